package dev.parley.privacy;

import dev.parley.client.Database;
import dev.parley.client.Person;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Changes the database behind the server's back, where the proper way has too many steps. */
final class Behind implements AutoCloseable {

  private final Connection database;

  Behind() {
    try {
      database = Database.connect();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void makesPrivate(Person person) {
    change("UPDATE accounts SET profile_type = 1 WHERE id = " + person.id());
  }

  void appoints(Person administrator) {
    change("UPDATE accounts SET role = 'administrator' WHERE id = " + administrator.id());
  }

  void follows(Person follower, Person followed) {
    change(
        "INSERT INTO follows (follower_id, followed_id, state) VALUES (%s, %s, 'following')"
            .formatted(follower.id(), followed.id()));
  }

  /** Each follows the other. */
  void follow(Person one, Person other) {
    follows(one, other);
    follows(other, one);
  }

  void chooses(Person person, Person friend) {
    change(
        "INSERT INTO close_friends (account_id, friend_id) VALUES (%s, %s)"
            .formatted(person.id(), friend.id()));
  }

  void tells(Person person, String about, String email) {
    change(
        "UPDATE accounts SET about = '%s', email = '%s' WHERE id = %s"
            .formatted(about, email, person.id()));
  }

  /** Makes a group of a conversation. */
  void founds(String chat) {
    change("INSERT INTO groups (conversation_id) VALUES (" + chat + ")");
  }

  private synchronized void change(String sql) {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      database.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

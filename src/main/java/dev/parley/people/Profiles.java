package dev.parley.people;

import dev.parley.accounts.Account;
import dev.parley.accounts.Accounts;
import dev.parley.attachments.PictureClaims;
import dev.parley.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What people show of themselves. */
@ApplicationScoped
@Transactional
public class Profiles {

  @Inject PictureClaims pictures;
  @Inject Accounts accounts;

  /**
   * What is to be another way. What is null stays.
   *
   * @param fullName empty: none any more
   * @param pictureID the id of an own upload; empty: no picture any more
   */
  public record Update(String fullName, String pictureID) {}

  /** Changes one's own full name and picture. */
  public Account.View update(Caller caller, Update update) {
    // Before the account is read: its view tells the picture.
    pictures.change(caller, update.pictureID(), null);
    return accounts.updateOwn(
        caller, new Account.Update(null, null, update.fullName(), null, null));
  }
}

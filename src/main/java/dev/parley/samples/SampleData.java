package dev.parley.samples;

import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes the sample data, if they are asked for and the database is empty. */
@ApplicationScoped
public class SampleData {

  private static final Logger LOG = Logger.getLogger(SampleData.class.getName());

  @Inject Settings settings;
  @Inject Inhabitants inhabitants;
  @Inject PastTimes past;
  @Inject Town town;
  @Inject Talks talks;
  @Inject Clubs clubs;
  @Inject Writings writings;

  /** To be called once, when everything else has started and before anybody is let in. */
  public void prepare() {
    if (!settings.on(Setting.PARLEY_SAMPLE_DATA)) {
      return;
    }
    switch (inhabitants.who()) {
      case NOBODY -> make();
      case SAMPLE -> LOG.fine("The sample data are there already");
      case OTHERS ->
          say(
              "PARLEY_SAMPLE_DATA is for an empty database; this one has accounts of others, so"
                  + " nothing was added");
    }
  }

  private void make() {
    try {
      Diary diary = new Diary();
      new Story(diary, town, talks, clubs, writings).tell();
      List<PastTimes.Span> spans = new ArrayList<>();
      for (Diary.Entry entry : diary.inOrder()) {
        spans.add(new PastTimes.Span(past.now(), entry.when()));
        entry.what().run();
      }
      Instant end = past.now();
      town.sleeps();
      past.move(spans, end);
      say(
          "Parley has made sample data: log in as "
              + Resident.ALL.get(0).name()
              + " with the password "
              + Resident.PASSWORD);
    } catch (RuntimeException e) {
      // Nobody needs them to chat.
      LOG.log(Level.SEVERE, "The sample data could not be made", e);
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }
}

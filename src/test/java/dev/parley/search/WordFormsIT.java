package dev.parley.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one looks for stands in the messages, and in the posts, in another form. */
class WordFormsIT extends SearchTest {

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final String chat = ann.groupWith(ben);

  /** What is looked for, a sentence that must be found, and one that must not. */
  private void eachFinds(String[]... expectations) {
    for (String[] sentence : expectations) {
      ann.posts(chat, sentence[1]);
      ann.call("POST", "/posts", Map.of("title", ".", "body", sentence[1])).expect(201);
    }
    indexed(ann, chat);
    Map<String, List<String>> wrong = new LinkedHashMap<>();
    for (String[] expected : expectations) {
      List<String> found = findsIn(ben, chat, expected[0]);
      if (!found.equals(List.of(expected[1]))) {
        wrong.put(expected[0], found);
      }
      List<String> posts = postsOf(ann, ben, expected[0]);
      if (!posts.equals(List.of(expected[1]))) {
        wrong.put(expected[0] + " among posts", posts);
      }
    }
    assertEquals(Map.of(), wrong);
  }

  private static String[] by(String text, String sentence) {
    return new String[] {text, sentence};
  }

  @Test
  void english() {
    eachFinds(
        by("meeting", "We met twice, but the meetings took too long"),
        by("invoices", "Please send me that invoice again"),
        by("deploy", "Deploying on a Friday is brave"),
        by("breaking", "Who breaks the build brings cake"),
        by("tickets", "I have one spare ticket for the concert"),
        by("connected", "The cable connects both racks"),
        by("running", "She runs every morning"),
        by("stories", "Tell me a story"),
        by("happiness", "A happy ending, at last"),
        by("universities", "My university is closed in August"),
        by("parties", "The party starts at nine"),
        by("cats", "Our cat sleeps on the router"),
        by("translate", "The manual was translated badly"),
        by("painted", "He is painting the fence green"),
        by("boxes", "There is a box in front of your door"),
        by("argued", "They are arguing about commas"),
        by("swim", "No swimming after dark"),
        by("dances", "May I have this dance?"),
        by("cooking", "Tonight Ben cooks for everybody"),
        by("quickly", "A quick question about lunch"),
        by("Berlin's", "Is anybody in Berlin next week?"),
        by("studies", "I studied that paper in the train"),
        by("WALKING DOG", "Who walks my dogs tomorrow?"));
  }

  @Test
  void russian() {
    eachFinds(
        by("книга", "Я забыл свои книги в автобусе"),
        by("собака", "Соседи выгуливают собаку по ночам"),
        by("машину", "Эта машина опять не заводится"),
        by("городах", "Наш город построен на холмах"),
        by("договор", "Пришлите, пожалуйста, копию договора"),
        by("встреча", "После встречи пойдём обедать"),
        by("работают", "Кондиционер работает слишком громко"),
        by("красивая", "Какие красивые закаты в сентябре"),
        by("студенты", "Одному студенту не хватило стула"),
        by("письма", "Вчера пришло странное письмо"),
        by("купила", "Мы купили арбуз на рынке"),
        by("поезда", "Скорый поезд отходит в полночь"),
        by("деньгами", "Куда уходят деньги"),
        by("учителя", "Моему учителю исполнилось сто лет"),
        by("новость", "Делитесь новостями почаще"),
        by("яблоко", "Бабушка прислала ящик яблок"),
        by("улице", "Улица перекрыта до утра"),
        by("зимний", "Зимняя резина уже на складе"),
        by("счета", "Оплатите счет до пятницы"),
        by("программист", "Двух программистов укачало"),
        by("ёлка", "Под елкой кто-то храпит"),
        by("музыканта", "Музыканты репетируют в гараже"));
  }

  @Test
  void ukrainian() {
    eachFinds(
        by("стіл", "Постав тарілки край стола"),
        by("ніч", "Три ночі без сну"),
        by("кінь", "На коні приїхав гонець"),
        by("камінь", "Діти складають вежу з каменю"),
        by("рука", "Вимий спершу обидві руки, у руці лишився мед"),
        by("нога", "Муха сидить у мене на нозі"),
        by("друг", "Запроси на вечерю всіх друзів"),
        by("вікно", "За вікном співає шпак"),
        by("сіль", "Бракує солі та перцю"),
        by("осінь", "Восени, цієї осені, їдемо в Карпати"),
        by("п'ять", "Прийшло п’ятеро, чекали п’яти"),
        by("сім'я", "Привіт усій вашій сім’ї"),
        by("робити", "Що вони роблять на даху?"),
        by("бігти", "Заєць біжить через поле"),
        by("писати", "Дідусь пише листи пером"),
        by("людина", "Багато людей стоїть під дощем"),
        by("річка", "Наші човни тонуть у річці"),
        by("пісня", "Знаю безліч сумних пісень"),
        by("гарний", "Купила гарну сукню"),
        by("місто", "У великих містах шумно"),
        by("кіт", "Ветеринар оглянув кота"),
        by("вогонь", "Грілися коло вогню"),
        by("ґанок", "Сидимо ввечері на ґанку"),
        by("Київ", "Потяг до Києва запізнюється"));
  }

  @Test
  void everyWordMustBeThereInWhateverOrderAndLanguage() {
    ann.posts(chat, "Деплой новой версии: release notes готові");
    ann.posts(chat, "The release is late");
    indexed(ann, chat);
    assertEquals(
        List.of("Деплой новой версии: release notes готові"),
        findsIn(ben, chat, "готовий releases версия"));
    assertEquals(List.of(), findsIn(ben, chat, "release potato"));
  }

  @Test
  void wordsThatLanguagesLeaveOutAreFoundAsTheyAre() {
    ann.posts(chat, "to be or not to be");
    indexed(ann, chat);
    assertEquals(List.of("to be or not to be"), findsIn(ben, chat, "not to be"));
    assertEquals(List.of(), findsIn(ben, chat, "not to bee"));
  }

  @Test
  void theBeginningOfTheLastWordIsEnough() {
    List<String> sent = new ArrayList<>();
    for (String content : List.of("Понеділок зранку", "pineapple juice", "über-große Äpfel")) {
      ann.posts(chat, content);
      sent.add(content);
    }
    indexed(ann, chat);
    assertEquals(List.of("Понеділок зранку"), findsIn(ben, chat, "понеді"));
    assertEquals(List.of("pineapple juice"), findsIn(ben, chat, "juice pinea"));
    assertEquals(List.of(), findsIn(ben, chat, "pinea juice"));
    assertEquals(List.of("über-große Äpfel"), findsIn(ben, chat, "uber apf"));
  }

  @Test
  void codeAndLinksAreTheWordsInThem() {
    String code = "Try `SELECT max_depth FROM tree` first";
    String link = "https://example.org/wiki/Open_Liberty?q=a%20b#History";
    ann.posts(chat, code);
    ann.posts(chat, link);
    indexed(ann, chat);
    assertEquals(List.of(code), findsIn(ben, chat, "max_depth"));
    assertEquals(List.of(code), findsIn(ben, chat, "select depth"));
    assertEquals(List.of(link), findsIn(ben, chat, "example.org"));
    assertEquals(List.of(link), findsIn(ben, chat, "wiki liberty"));
    assertEquals(List.of(link), findsIn(ben, chat, "https://example.org/wiki/Open_Liberty"));
  }
}

package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import dev.parley.client.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The signs in a message, what they become, and what they never become. */
class MarkdownIT extends BrowserTest {

  /** What is written, and the tree as one reads it. */
  private static final Map<String, String> CASES = new LinkedHashMap<>();

  static {
    CASES.put("just words", "text(just words)");
    CASES.put("**bold** and __bold__", "text(strong(bold) and strong(bold))");
    CASES.put("*slanted* and _slanted_", "text(em(slanted) and em(slanted))");
    CASES.put("~~gone~~ but ~not~", "text(del(gone) but ~not~)");
    CASES.put("***both***", "text(strong(em(both)))");
    CASES.put("**bold with *slanted* in it**", "text(strong(bold with em(slanted) in it))");
    CASES.put("**жирный**, *курсив*, ~~нет~~", "text(strong(жирный), em(курсив), del(нет))");
    CASES.put("_курсив_ и_не_курсив", "text(em(курсив) и_не_курсив)");
    CASES.put("snake_case_name, 2*3*4, a * b * c", "text(snake_case_name, 2*3*4, a * b * c)");
    CASES.put("**never closed", "text(**never closed)");
    CASES.put("** not bold **", "text(** not bold **)");
    CASES.put("****", "text(****)");
    CASES.put("\\*as it is\\*", "text(*as it is*)");
    CASES.put("¯\\_(ツ)_/¯", "text(¯\\_(ツ)_/¯)");
    CASES.put("`a **b** @c`", "text(code(a **b** @c))");
    CASES.put("``a`b`` and ` alone", "text(code(a`b) and ` alone)");
    CASES.put("one\ntwo\n\nfour", "text(one\ntwo\n\nfour)");
    CASES.put(
        "```js\nlet a = '*b*';\n\nend\n```\nafter", "block:js(let a = '*b*';\n\nend)text(after)");
    CASES.put("```\nnever closed", "text(```\nnever closed)");
    CASES.put("> said\n> **loud**\nanswer", "quote(text(said\nstrong(loud)))text(answer)");
    CASES.put("> > deep\n> less", "quote(quote(text(deep))text(less))");
    CASES.put("- one\n- *two*\n  - in", "list(0•(one)0•(em(two))1•(in))");
    CASES.put("3. three\n4) four", "list(0:3(three)0:4(four))");
    CASES.put("-5 degrees, 3.5 km", "text(-5 degrees, 3.5 km)");
    CASES.put("[here](https://a.org/b_(c))", "text(link:https://a.org/b_(c)(here))");
    CASES.put("[mail](mailto:a@b.org)", "text(link:mailto:a@b.org(mail))");
    CASES.put("[x](javascript:alert(1))", "text([x](javascript:alert(1)))");
    CASES.put("[x](//evil.org) [y](/z)", "text([x](//evil.org) [y](/z))");
    CASES.put("[x](data:text/html,hi)", "text([x](data:text/html,hi))");
    CASES.put(
        "(see https://a.org/b_c_d.)", "text((see link:https://a.org/b_c_d(https://a.org/b_c_d).))");
    CASES.put("**https://a.org**", "text(strong(link:https://a.org(https://a.org)))");
    CASES.put(
        "[@ann https://b.org](https://a.org)", "text(link:https://a.org(@ann https://b.org))");
    CASES.put("[a [b](https://b.org)](/c)", "text([a link:https://b.org(b)](/c))");
    CASES.put(
        "[a [b](https://b.org)](https://c.org/)",
        "text([a link:https://b.org(b)](link:https://c.org/(https://c.org/)))");
    CASES.put("xhttps://a.org http://", "text(xhttps://a.org http://)");
    CASES.put("@ann, @Юра! a@b.org", "text(@(ann), @(Юра)! a@b.org)");
    CASES.put("<b>not bold</b> &amp;", "text(<b>not bold</b> &amp;)");
  }

  private static final String READ =
      """
      async (texts) => {
        const { markdown } = await import('/js/text/markdown.js');
        const all = (nodes) => nodes.map(node).join('');
        const node = ({ type, text, href, children }) =>
          type === 'text' ? text
          : type === 'mention' ? `@(${text})`
          : `${type}${href ? ':' + href : ''}(${children ? all(children) : text})`;
        const block = ({ type, nodes, code, language, blocks, items }) =>
          type === 'code' ? `block:${language}(${code})`
          : type === 'quote' ? `quote(${blocks.map(block).join('')})`
          : type === 'list'
            ? `list(${items.map((i) => `${i.level}${i.number ? ':' + i.number : '•'}(${all(i.nodes)})`).join('')})`
          : `text(${all(nodes)})`;
        return texts.map((text) => markdown(text).map(block).join(''));
      }
      """;

  @Test
  void eachSignBecomesWhatItSaysAndNothingElse() {
    Screen screen = desk();
    screen.opens("/login");
    Object read = screen.page().evaluate(READ, List.copyOf(CASES.keySet()));
    assertEquals(List.copyOf(CASES.values()), read);
  }

  @Test
  void hostileTextTakesNoLongerThanItsLength() {
    Screen screen = desk();
    screen.opens("/login");
    Object slow =
        screen
            .page()
            .evaluate(
                """
                async () => {
                  const { markdown, plainText } = await import('/js/text/markdown.js');
                  const signs = ['*', '[', '`', '>', '_', '~~', '](', '[a](', '@', '\\\\', '> ', '- ',
                    '```\\n', '*a ', '*a _b ', '[*a ', '**a*', 'https://', 'https://a.b)', '`a``b', '!.)'];
                  const took = (text) => {
                    const begun = performance.now();
                    plainText(text);
                    return performance.now() - begun;
                  };
                  // sixteen times as much as a message may have: what grows with the square takes minutes
                  return signs.filter((sign) => took(sign.repeat(128_000 / sign.length)) > 2_000
                    || took('https://a.b/' + sign.repeat(128_000 / sign.length) + 'a') > 2_000);
                }
                """);
    assertEquals(List.of(), slow);
  }

  @Test
  void aMessageIsShownWithItsSigns() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ben.groupWith(ann);
    ben.posts(
        chat,
        "**Saturday**, *maybe* ~~Sunday~~ with @"
            + ann.name()
            + " and @"
            + ben.name()
            + ":\n- cake\n- `tea`\n1. go\n\n> who comes?\n\n```sh\nmake   tea && echo done\n```\nSee"
            + " [the plan](https://example.org/plan).");
    Screen screen = desk(ann, "/chat/" + chat);
    Locator content = screen.at("message-content").first();
    assertThat(content.locator("strong")).hasText("Saturday");
    assertThat(content.locator("em")).hasText("maybe");
    assertThat(content.locator("del")).hasText("Sunday");
    assertThat(content.locator("li")).hasCount(3);
    assertThat(content.locator("blockquote")).hasText("who comes?");
    assertThat(content.locator("pre code")).hasText("make   tea && echo done");
    assertThat(content.locator(".mention.own")).hasText("@" + ann.name());
    assertThat(content.getByTestId("mention").last()).hasAttribute("href", "/people/" + ben.id());
    Locator link = content.locator("a[href^='https:']");
    assertThat(link).hasAttribute("target", "_blank");
    assertTrue(link.getAttribute("rel").contains("noopener"));

    screen.at("copy-code").click();
    assertThat(screen.at("toast")).hasText("Code copied");
    screen.isPictured("markdown-desk");
    Screen phone = phone(ann, "/chat/" + chat);
    assertThat(phone.at("message-content").locator("pre")).isVisible();
    phone.fitsItsWidth();
    phone.isPictured("markdown-phone");
  }

  @Test
  void aMentionStandsForAMemberOnlyAndAFullStopMayFollow() {
    Person ann = parley.person("ann");
    Person cid = parley.person("cid");
    String chat = ann.groupWith(parley.person("ben"));
    ann.posts(chat, "@" + ann.name() + ". not @" + cid.name() + " and not `@" + ann.name() + "`");
    Screen screen = desk(ann, "/chat/" + chat);
    assertThat(screen.at("mention")).hasCount(1);
    assertThat(screen.at("mention")).hasText("@" + ann.name());
    assertThat(screen.at("message-content")).containsText("@" + ann.name() + ". not");
  }
}

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import com.sun.management.OperatingSystemMXBean;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.RuleMatch;

/**
 * Checks Russian texts with the rules that LanguageTool has on by default, its speller
 * among them. Standard input holds texts that end in NUL. For each a line is printed with
 * the places of what was found, in UTF-16 units: "0-4 7-12". The last text is then checked
 * some more times, and the least of these times is the last line, in microseconds: the
 * processor's, of all threads, so that what else the machine does counts little.
 */
public final class Beside {
  private static final int ROUNDS = 10;

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String[] texts = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split("\0");
    JLanguageTool tool = new JLanguageTool(Languages.getLanguageForShortCode("ru"));
    for (String text : texts) {
      StringBuilder places = new StringBuilder();
      List<RuleMatch> found = tool.check(text);
      for (RuleMatch match : found) {
        places.append(match.getFromPos()).append('-').append(match.getToPos()).append(' ');
      }
      out.println(places.toString().trim());
    }
    OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long least = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long start = process.getProcessCpuTime();
      tool.check(texts[texts.length - 1]);
      least = Math.min(least, process.getProcessCpuTime() - start);
    }
    out.println(least / 1000);
  }
}

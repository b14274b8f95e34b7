import java.util.List;
import java.util.Map;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.transport.Netty4Plugin;

/** One node, with the settings given as name=value. It ends when its standard input does, so that none outlives its test. */
final class OneNode extends Node {
  private OneNode(Environment environment) {
    super(environment, List.of(Netty4Plugin.class, PainlessPlugin.class, CommonAnalysisPlugin.class), false);
  }

  public static void main(String[] arguments) throws Exception {
    Settings.Builder settings = Settings.builder();
    for (String argument : arguments) {
      String[] pair = argument.split("=", 2);
      settings.put(pair[0], pair[1]);
    }
    try (Node node = new OneNode(InternalSettingsPreparer.prepareEnvironment(settings.build(), Map.of(), null, () -> "node"))) {
      node.start();
      System.out.println("started");
      while (System.in.read() != -1) {}
    }
    System.exit(0);
  }
}

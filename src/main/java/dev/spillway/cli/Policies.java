package dev.spillway.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spillway.judge.PolicyReader;
import dev.spillway.judge.PolicySettings;
import dev.spillway.judge.PolicySource;
import dev.spillway.judge.PolicySource.Kind;
import dev.spillway.judge.Profile;
import dev.spillway.judge.WrongPolicy;
import dev.spillway.model.RulesSpec;
import dev.spillway.rule.Rule;
import dev.spillway.rule.RuleCard;
import dev.spillway.rules.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What is said about the rules: by the stack, by a policy configuration, on the command line; each outdoes the one before. */
final class Policies {
    private static final ObjectMapper JSON = new JsonMapper();
    private static final long LARGEST_BYTES = 1 << 20;

    private Policies() {}

    static PolicySettings of(
            Optional<Path> stackFile, RulesSpec stack, Optional<Path> config, Optional<Profile> profile) {
        List<PolicySource> sources = new ArrayList<>();
        stackFile.ifPresent(file -> sources.add(new PolicySource(Kind.STACK, file.toString(), entries(stack))));
        config.ifPresent(file -> sources.add(new PolicySource(Kind.FILE, file.toString(), entries(file))));
        profile.ifPresent(chosen -> {
            ObjectNode entries = JsonNodeFactory.instance.objectNode();
            entries.putObject(PolicyReader.GENERAL).put("profile", chosen.key());
            sources.add(new PolicySource(Kind.FILE, "--rules", entries));
        });
        try {
            return PolicyReader.read(cards(), sources);
        } catch (WrongPolicy wrong) {
            throw new Unusable(String.join("\n", wrong.problems()));
        }
    }

    static List<RuleCard> cards() {
        return Catalogue.rules().stream().<RuleCard>map(Rule::card).toList();
    }

    private static ObjectNode entries(RulesSpec stack) {
        ObjectNode entries = JSON.valueToTree(stack.settings());
        JsonNode misplaced = entries.remove(PolicyReader.GENERAL);
        ObjectNode general = entries.putObject(PolicyReader.GENERAL);
        if (misplaced != null) {
            // No rule is called so: the reader refuses this key, and names its place.
            general.set("settings." + PolicyReader.GENERAL, misplaced);
        }
        stack.profile().ifPresent(profile -> general.put("profile", profile.key()));
        general.set("exceptions", JSON.valueToTree(stack.exceptions()));
        general.set("facts", JSON.valueToTree(stack.facts()));
        return entries;
    }

    /** YAML or JSON, which is YAML. */
    private static ObjectNode entries(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new Unusable(file + ": no such file, give a policy configuration");
            }
            if (Files.size(file) > LARGEST_BYTES) {
                throw new Unusable(file + ": over 1 MiB, which is no policy configuration");
            }
            Object read = new Load(LoadSettings.builder()
                            .setAllowDuplicateKeys(false)
                            .setMaxAliasesForCollections(10)
                            .build())
                    .loadFromString(Files.readString(file, StandardCharsets.UTF_8));
            JsonNode tree = JSON.valueToTree(read);
            if (tree instanceof ObjectNode entries) {
                return entries;
            }
            throw new Unusable(file + ": no mapping of rules, give a policy configuration");
        } catch (IOException unreadable) {
            throw new Unusable(file + ": cannot be read, give a policy configuration in UTF-8");
        } catch (YamlEngineException | IllegalArgumentException | StackOverflowError broken) {
            String first =
                    String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
            throw new Unusable(file + ": neither YAML nor JSON (" + first + "), give a policy configuration");
        }
    }
}

package dev.spillway.rules.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.spillway.view.Inputs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where two halves of a pair differ in more than their place and their names. */
class TwinDifferenceTest {
    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                          | {}
            {"a":4}                     | {"a":4.0}
            {"a":"On"}                  | {"a":"on"}
            {"a":true}                  | {"a":true}
            {"a":null}                  | {}
            {}                          | {"a":null}
            {"a":[]}                    | {"a":[]}
            {"a":[1,{"b":"x"}]}         | {"a":[1,{"b":"X"}]}
            {"location":"westeurope"}   | {"location":"northeurope"}
            {"tags":{"spillway-pair-role":"primary"}} | {"tags":{"spillway-pair-role":"secondary"}}
            {"__defaults":["a"]}        | {"__defaults":[]}
            {"a":"?"}                   | {"a":7}
            {"a":7}                     | {"a":"?"}
            {"a":{"4dabf18193072939515e22adb298388d":"SECRET","value":"x"}} | {"a":"x"}
            """)
    void theseAreEqual(String here, String there) throws JsonProcessingException {
        assertThat(TwinDifference.between(json(here), json(there))).isEmpty();
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":4}                     | {"a":5}               | a
            {"a":4}                     | {"a":"4"}             | a
            {"a":"4"}                   | {"a":4}               | a
            {"a":"on"}                  | {"a":"off"}           | a
            {"a":true}                  | {"a":false}           | a
            {"a":1}                     | {}                    | a
            {}                          | {"a":1}               | a
            {"a":null}                  | {"a":1}               | a
            {"a":1}                     | {"a":null}            | a
            {"a":[1]}                   | {"a":[1,2]}           | a
            {"a":[1,2,3]}               | {"a":[1,4,5]}         | a[1]
            {"a":[1]}                   | {"a":{"b":1}}         | a
            {"a":{"b":1}}               | {"a":[1]}             | a
            {"a":{"b":{"c":1}}}         | {"a":{"b":{"c":2}}}   | a.b.c
            {"z":1,"a":1}               | {"a":2,"z":2}         | a
            {"location":"w","a":1}      | {"location":"n"}      | a
            {"a":"?","b":1}             | {"a":1,"b":2}         | b
            """)
    void theseDifferFirstAt(String here, String there, String path) throws JsonProcessingException {
        assertThat(TwinDifference.between(json(here), json(there))).contains(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sku", "topicName", "endpoint", "principalId", "createdOn"})
    void whatFollowsFromPlaceNameOrBirthMayDifferAnywhere(String field) throws JsonProcessingException {
        JsonNode here = json("{\"a\":[{\"" + field + "\":\"x\"}]}");
        JsonNode there = json("{\"a\":[{\"" + field + "\":\"y\"}]}");

        assertThat(TwinDifference.between(here, there)).isEmpty();
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new JsonMapper()
                .readTree(text.replace("\"?\"", "\"" + Inputs.UNKNOWN + "\"").replace("SECRET", Inputs.SECRET));
    }
}

package dev.spillway.monitor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What functions of providers return where somebody knows; none of them is ever run. */
public interface Functions {
    /** Nobody knows anything. */
    Functions UNKNOWN = (token, arguments) -> Optional.empty();

    /**
     * The result of a function; empty where it is unknown. What is thrown is what the program gets to see.
     *
     * @param token such as {@code azure-native:eventhub:getNamespace}
     */
    Optional<ObjectNode> call(String token, ObjectNode arguments);
}

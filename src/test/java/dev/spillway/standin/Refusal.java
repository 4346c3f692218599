package dev.spillway.standin;

/** Azure says no, in the words of its REST clients, so that messages can be read and told apart as in real life. */
final class Refusal extends RuntimeException {
    Refusal(int status, String code, String message) {
        super("stand-in for Azure: autorest/azure: Service returned an error. Status=" + status + " Code=\"" + code
                + "\" Message=\"" + message + "\"");
    }

    static Refusal notFound(ArmType type, String name, String group) {
        return new Refusal(
                404,
                "ResourceNotFound",
                "The Resource '" + type.armType() + "/" + name + "' under resource group '" + group
                        + "' was not found.");
    }

    static Refusal conflict(String message) {
        return new Refusal(409, "Conflict", message);
    }

    static Refusal badRequest(String message) {
        return new Refusal(400, "BadRequest", message);
    }
}

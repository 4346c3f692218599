/** Starts and ends: what any Java program costs at the least. */
final class Empty {
    public static void main(String[] arguments) {}
}

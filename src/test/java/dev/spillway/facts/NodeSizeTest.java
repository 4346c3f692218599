package dev.spillway.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NodeSizeTest {
    private static final long MEBI = 1L << 20;

    /** 250 pods would be 5,050 MB to keep; a quarter of 16 GB is less. Then eviction at 100 Mi, and 800 Mi of agents. */
    @Test
    void aSmallNodeKeepsAQuarterOfItsMemory() {
        NodeSize node = NodeSize.find("Standard_D4s_v5").orElseThrow();

        assertThat(node.podMillicores()).isEqualTo(4000 - 140 - 400);
        assertThat(node.podBytes() / MEBI).isEqualTo(16 * 1024 - 4 * 1024 - 100 - 800);
    }

    @Test
    void aLargeNodeKeepsMemoryByItsPods() {
        NodeSize node = NodeSize.find("Standard_D16s_v5").orElseThrow();

        assertThat(node.podMillicores()).isEqualTo(16_000 - 260 - 400);
        assertThat(node.podBytes() / MEBI).isEqualTo(64 * 1024 - 5050 - 100 - 800);
    }

    @Test
    void everySizeOfTheTableHasRoomForPodsAndNoneIsBurstable() {
        assertThat(NodeSize.names()).isNotEmpty().noneMatch(name -> name.startsWith("Standard_B"));
        for (String name : NodeSize.names()) {
            NodeSize node = NodeSize.find(name).orElseThrow();
            assertThat(node.podMillicores()).isPositive();
            assertThat(node.podBytes()).isPositive();
        }
        assertThat(NodeSize.find("Standard_B4ms")).isEmpty();
    }
}

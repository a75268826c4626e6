package io.weir.store.projection;

import io.weir.store.StoreConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class H2ProjectionTest extends ProjectionContract {
    @TempDir
    private Path directory;

    @Override
    StoreConfig config() {
        return StoreConfig.embedded(directory.resolve("store"));
    }
}

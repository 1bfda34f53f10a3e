using System.Collections.Concurrent;

namespace LocalRuntime.Store;

/// <summary>
/// The open embedded stores of this process by path, with the clock each one lives by. A client made from the connection string
/// <c>UseEmbeddedStorage=true;Path=...</c> finds its store here; one that no host has opened is opened in real time and kept.
/// </summary>
public static class EmbeddedStores
{
    static readonly ConcurrentDictionary<string, Lazy<OpenStore>> Stores = new(StringComparer.Ordinal);

    /// <summary>
    /// The store at <paramref name="path"/>, opened with <paramref name="clock"/> (real time when null) unless it is open already;
    /// one that is open already with another clock than the one given is an <see cref="InvalidOperationException"/>.
    /// </summary>
    public static OpenStore Open(string path, TimeProvider? clock = null)
    {
        var open = Stores.GetOrAdd(Key(path), key => new Lazy<OpenStore>(() => new OpenStore(new EmbeddedStore(key), clock ?? TimeProvider.System))).Value;
        return clock is null || ReferenceEquals(open.Clock, clock)
            ? open
            : throw new InvalidOperationException($"The store {path} is open with another clock. Open it with its clock before any client uses it.");
    }

    /// <summary>The clock of the store at <paramref name="path"/>; null when no store is open there.</summary>
    internal static TimeProvider? ClockOf(string path) => Stores.TryGetValue(Key(path), out var open) ? open.Value.Clock : null;

    /// <summary>Makes a store known by one more name, under which a host sees it with a clock and a gate of its own.</summary>
    internal static void Share(string path, OpenStore open) => Stores[Key(path)] = new Lazy<OpenStore>(open);

    /// <summary>Closes the store at <paramref name="path"/>; its clients fail from then on.</summary>
    public static async ValueTask CloseAsync(string path)
    {
        if (Stores.TryRemove(Key(path), out var open) && open.IsValueCreated && open.Value.Hosts is null) await open.Value.Store.DisposeAsync();
    }

    static string Key(string path) => path.StartsWith(":memory:", StringComparison.Ordinal) ? path : Path.GetFullPath(path);
}

/// <summary>A store and the clock that its visibilities and time stamps follow.</summary>
public sealed record OpenStore(EmbeddedStore Store, TimeProvider Clock)
{
    /// <summary>What every request to the store's tables, queues and orchestrations goes through; null for nothing.</summary>
    internal IStorageGate? Gate { get; init; }

    /// <summary>The ids of the hosts that live on a shared store in memory, which whoever shares it closes; null for a store of one name.</summary>
    internal ISet<string>? Hosts { get; init; }
}

namespace LocalRuntime.Store;

/// <summary>The open embedded stores of this process, by path.</summary>
public static class EmbeddedStores
{
    static readonly ConcurrentDictionary<string, Lazy<OpenStore>> Stores = new(StringComparer.Ordinal);

    /// <summary>
    /// The store at <paramref name="path"/>, which is opened with <paramref name="clock"/> (real time when null) unless
    /// it is open. Throws <see cref="InvalidOperationException"/> when it is open with another clock.
    /// </summary>
    public static OpenStore Open(string path, TimeProvider? clock = null)
    {
        var open = Stores.GetOrAdd(Key(path), key => new Lazy<OpenStore>(() =>
            new OpenStore(Create(key, clock), clock ?? TimeProvider.System))).Value;
        if (clock is null || ReferenceEquals(open.Clock, clock)) return open;
        throw new InvalidOperationException(
            $"The store {path} is open with another clock. Open it with its clock before any client uses it.");
    }

    /// <summary>The clock of the store at <paramref name="path"/>; null when it is not open.</summary>
    internal static TimeProvider? ClockOf(string path) =>
        Stores.TryGetValue(Key(path), out var open) ? open.Value.Clock : null;

    /// <summary>Adds another name of a store, under which a host uses it with its own clock and gate.</summary>
    internal static void Share(string path, OpenStore open) => Stores[Key(path)] = new Lazy<OpenStore>(open);

    /// <summary>Closes the store at <paramref name="path"/>; requests of its clients fail afterwards.</summary>
    public static async ValueTask CloseAsync(string path)
    {
        if (Stores.TryRemove(Key(path), out var open) && open.IsValueCreated && open.Value.Hosts is null)
            await open.Value.Store.DisposeAsync();
    }

    // What a virtual clock has brought about can be brought about again.
    static EmbeddedStore Create(string path, TimeProvider? clock) =>
        new(path) { SurvivesPowerLoss = clock is not VirtualTimeProvider };

    static string Key(string path) =>
        path.StartsWith(":memory:", StringComparison.Ordinal) ? path : Path.GetFullPath(path);
}

/// <summary>A store and the clock of its visibility timeouts and time stamps.</summary>
public sealed record OpenStore(EmbeddedStore Store, TimeProvider Clock)
{
    /// <summary>The gate that requests to tables, queues and orchestrations pass; null for none.</summary>
    internal IStorageGate? Gate { get; init; }

    /// <summary>The ids of the hosts of a shared store in memory, which its creator closes; else null.</summary>
    internal ISet<string>? Hosts { get; init; }
}

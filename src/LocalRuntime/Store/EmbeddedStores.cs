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

    /// <summary>Closes the store at <paramref name="path"/>; its clients fail from then on.</summary>
    public static async ValueTask CloseAsync(string path)
    {
        if (Stores.TryRemove(Key(path), out var open) && open.IsValueCreated) await open.Value.Store.DisposeAsync();
    }

    static string Key(string path) => path.StartsWith(":memory:", StringComparison.Ordinal) ? path : Path.GetFullPath(path);
}

/// <summary>A store and the clock that its visibilities and time stamps follow.</summary>
public sealed record OpenStore(EmbeddedStore Store, TimeProvider Clock);

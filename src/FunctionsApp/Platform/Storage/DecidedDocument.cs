using Azure.Data.Tables;

namespace FunctionsApp.Platform.Storage;

/// <summary>The state after a command, and the events that the command caused; none for a repeat.</summary>
public sealed record Decided<TState, TEvent>(TState After, IReadOnlyList<TEvent> Events);

/// <summary>What makes a document: where it is stored and the pure decider that changes it.</summary>
/// <param name="Kind">The name of the list of ids in the catalog.</param>
/// <param name="RowKey">The row that holds the state, in a partition named by the document's id.</param>
/// <param name="Decide">The events that a command causes in a state.</param>
/// <param name="Evolve">The state after an event; an equal state where nothing changed.</param>
public sealed record DocumentType<TState, TCommand, TEvent>(
    string Kind,
    string RowKey,
    Func<TCommand, TState, IReadOnlyList<TEvent>> Decide,
    Func<TState, TEvent, TState> Evolve);

/// <summary>
/// Documents that are created once under an id, listed by id and changed by the decisions of a pure decider.
/// </summary>
public sealed class DecidedDocument<TState, TCommand, TEvent>(
    Table table, IdCatalog catalog, KeyedLock locks, DocumentType<TState, TCommand, TEvent> type)
    where TState : class
{
    /// <summary>The document; null when there is none.</summary>
    public Task<Stored<TState>?> FindAsync(string id) => table.FindAsync<TState>(id, type.RowKey);

    /// <summary>Stores a new document. The result is false and the stored document when the id is taken.</summary>
    public async Task<(bool IsNew, Stored<TState> Document)> CreateAsync(string id, TState state, string fingerprint)
    {
        await catalog.AddAsync(type.Kind, id);
        var isNew = await table.TryCommitAsync(Row.Add(id, type.RowKey, state, fingerprint));
        return (isNew, (await FindAsync(id))!);
    }

    /// <summary>One page of documents in order of id.</summary>
    public Task<Slice<TState>> PageAsync(int size, string? continuation) =>
        catalog.PageAsync(type.Kind, size, continuation, async id => (await FindAsync(id))?.Value);

    /// <summary>Decides on the document and stores the result; null when there is no document of that id.</summary>
    public Task<Decided<TState, TEvent>?> DecideAsync(
        string id, TCommand command, ExpectedVersion? expected = null) =>
        DecideAsync(id, _ => command, expected: expected);

    /// <summary>
    /// Decides on the document and stores the result with the rows of <paramref name="alsoStore"/> in one transaction;
    /// null when there is no document of that id. <paramref name="command"/> may depend on the stored state. Throws
    /// <see cref="StaleVersionException"/> when the document is not the <paramref name="expected"/> version.
    /// </summary>
    public Task<Decided<TState, TEvent>?> DecideAsync(
        string id,
        Func<TState, TCommand> command,
        Func<TState, IReadOnlyList<TEvent>, IEnumerable<TableTransactionAction>>? alsoStore = null,
        ExpectedVersion? expected = null) =>
        locks.RunAsync($"{type.Kind} {id}", () => table.RetryAsync(async () =>
        {
            if (await FindAsync(id) is not { } read) return null;
            expected?.Verify(read.Value);
            var events = type.Decide(command(read.Value), read.Value);
            var after = events.Aggregate(read.Value, type.Evolve);
            if (!after.Equals(read.Value))
            {
                var otherRows = alsoStore?.Invoke(read.Value, events) ?? [];
                await table.CommitAsync([Row.Write(id, type.RowKey, after, read), .. otherRows]);
            }

            return new Decided<TState, TEvent>(after, events);
        }));
}

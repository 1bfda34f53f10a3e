using System.Globalization;
using Azure.Data.Tables;
using Community.Care.Promises;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Promises;

/// <summary>
/// Promises with the progress of their units. A unit changes in one transaction with its delivery or its score, so that
/// a repeat counts once.
/// </summary>
public sealed class PromiseStore(PromisesTable table, IdCatalog catalog, KeyedLock locks)
{
    const string CatalogKind = "promises";
    const string PromiseRow = "promise";
    const string UnitPrefix = "unit-";
    const string DeliveryPrefix = "delivery-";
    const string GainPrefix = "gain-";

    // No id has a tilde.
    const string GroupPartition = "group~";
    const string GroupPrefix = "promise-";

    /// <summary>The promise; null when there is none.</summary>
    public Task<Stored<Promise>?> FindAsync(string id) => table.FindAsync<Promise>(id, PromiseRow);

    /// <summary>Stores a new promise. The result is false and the stored promise when the id is taken.</summary>
    public async Task<(bool IsNew, Stored<Promise> Document)> CreateAsync(Promise promise, string fingerprint)
    {
        await catalog.AddAsync(CatalogKind, promise.Id);
        var isNew = await table.TryCommitAsync(Row.Add(promise.Id, PromiseRow, promise, fingerprint));
        return (isNew, (await FindAsync(promise.Id))!);
    }

    /// <summary>Lists the promise with its group. A repeat changes nothing.</summary>
    public Task ListAsync(Promise promise) => table.CommitAsync(
        Row.Put(GroupPartition + promise.GroupId, GroupPrefix + promise.Id, promise.Id));

    /// <summary>One page of promises in order of id.</summary>
    public Task<Slice<Promise>> PageAsync(int size, string? continuation) =>
        catalog.PageAsync(CatalogKind, size, continuation, async id => (await FindAsync(id))?.Value);

    /// <summary>One page of the promises of a group in order of id.</summary>
    public async Task<Slice<Promise>> PageOfGroupAsync(string groupId, int size, string? continuation)
    {
        var page = await table.PageAsync<string>(GroupPartition + groupId, GroupPrefix, size, continuation);
        var found = await Task.WhenAll(page.Items.Select(row => FindAsync(row.Value)));
        // A request that died before it stored the promise left the row.
        var ofGroup = found.Select(row => row?.Value).OfType<Promise>().Where(promise => promise.GroupId == groupId);
        return new Slice<Promise>([.. ofGroup], page.Continuation);
    }

    /// <summary>The progress of the units, in their order.</summary>
    public async Task<IReadOnlyList<UnitProgress>> ProgressAsync(Promise promise)
    {
        var rows = await table.AllAsync<UnitProgress>(promise.Id, UnitPrefix);
        var stored = rows.ToDictionary(row => row.RowKey, row => row.Value, StringComparer.Ordinal);
        return [.. promise.Units.Select(unit => stored.GetValueOrDefault(UnitRow(unit.Number), UnitProgress.None))];
    }

    /// <summary>The deliveries of all units.</summary>
    public async Task<IReadOnlyList<UnitDelivery>> DeliveriesAsync(string promiseId) =>
        [.. (await table.AllAsync<UnitDelivery>(promiseId, DeliveryPrefix)).Select(row => row.Value)];

    /// <summary>The scores of all units.</summary>
    public async Task<IReadOnlyList<GainAnswer>> AnswersAsync(string promiseId) =>
        [.. (await table.AllAsync<GainAnswer>(promiseId, GainPrefix)).Select(row => row.Value)];

    /// <summary>The score that this source gave; null before it did.</summary>
    public async Task<GainAnswer?> FindAnswerAsync(string promiseId, int unit, GainSource source) =>
        (await table.FindAsync<GainAnswer>(promiseId, GainRow(unit, source)))?.Value;

    /// <summary>Records a delivery of a unit, or finds the same one.</summary>
    public Task<Decided<UnitState, PromiseEvent>> DeliverAsync(
        Promise promise, PromisedUnit unit, PromiseCommand.Deliver command) =>
        InUnitAsync(promise, unit, async () =>
        {
            var (read, state) = await ReadAsync(promise, unit, withDeliveries: true);
            var delivery = Row.Put(
                promise.Id, $"{DeliveryPrefix}{Number(unit.Number)}-{command.Delivery.Key}", command.Delivery);
            return await DecideAsync(promise, read, state, command, delivery);
        });

    /// <summary>Records a score of a source in place of its earlier one.</summary>
    public Task<Decided<UnitState, PromiseEvent>> AnswerAsync(
        Promise promise, PromisedUnit unit, GainSource source, int score, string? by, DateTimeOffset at) =>
        InUnitAsync(promise, unit, async () =>
        {
            var (read, state) = await ReadAsync(promise, unit, withDeliveries: false);
            var row = GainRow(unit.Number, source);
            var earlier = await table.FindAsync<GainAnswer>(promise.Id, row);
            var command = new PromiseCommand.Answer(score, earlier?.Value.Score, source.MemberId is null, at);
            var answer = new GainAnswer(unit.Number, score, source.MemberId, by, at);
            return await DecideAsync(promise, read, state, command, Row.Write(promise.Id, row, answer, earlier));
        });

    /// <summary>Stores that the unit is due soon, or missed.</summary>
    public Task<Decided<UnitState, PromiseEvent>> WatchAsync(Promise promise, PromisedUnit unit, DateTimeOffset at) =>
        InUnitAsync(promise, unit, async () =>
        {
            var (read, state) = await ReadAsync(promise, unit, withDeliveries: false);
            return await DecideAsync(promise, read, state, new PromiseCommand.Watch(at));
        });

    /// <summary>
    /// Deletes who got what and who gave which score. The numbers stay, and the promise takes no more of either.
    /// </summary>
    public async Task ForgetMembersAsync(string id, DateTimeOffset at)
    {
        await table.RetryAsync(async () =>
        {
            if (await FindAsync(id) is not { Value.ForgottenAt: null } read) return false;
            await table.CommitAsync(Row.Write(id, PromiseRow, read.Value with { ForgottenAt = at }, read));
            return true;
        });
        await table.DeleteAllAsync(id, DeliveryPrefix);
        await table.DeleteAllAsync(id, GainPrefix);
    }

    async Task<(Stored<UnitProgress>? Read, UnitState State)> ReadAsync(
        Promise promise, PromisedUnit unit, bool withDeliveries)
    {
        var read = await table.FindAsync<UnitProgress>(promise.Id, UnitRow(unit.Number));
        var deliveries = withDeliveries
            ? await table.AllAsync<UnitDelivery>(promise.Id, $"{DeliveryPrefix}{Number(unit.Number)}-")
            : [];
        return (read, new UnitState(
            promise.Kind, unit, read?.Value ?? UnitProgress.None, [.. deliveries.Select(row => row.Value)]));
    }

    async Task<Decided<UnitState, PromiseEvent>> DecideAsync(
        Promise promise,
        Stored<UnitProgress>? read,
        UnitState state,
        PromiseCommand command,
        params IReadOnlyList<TableTransactionAction> alsoStored)
    {
        var events = PromiseRules.Decide(command, state);
        var after = events.Aggregate(state, PromiseRules.Evolve);
        if (events.Any(happened => happened is not PromiseEvent.Refused))
        {
            await table.CommitAsync(
            [
                Row.Write(promise.Id, UnitRow(state.Unit.Number), after.Progress, read), .. alsoStored,
            ]);
        }

        return new Decided<UnitState, PromiseEvent>(after, events);
    }

    Task<T> InUnitAsync<T>(Promise promise, PromisedUnit unit, Func<Task<T>> attempt) => locks.RunAsync(
        $"promise {promise.Id} {UnitRow(unit.Number)}", () => table.RetryAsync(attempt));

    static string UnitRow(int number) => UnitPrefix + Number(number);

    static string GainRow(int unit, GainSource source) => $"{GainPrefix}{Number(unit)}-{source.Key}";

    static string Number(int unit) => unit.ToString("D3", CultureInfo.InvariantCulture);
}

using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Community.Groups;
using Community.Lifecycle.Onboarding;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Platform;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>
/// The greetings of groups, in the partition of the group's ledger, so that a newcomer's mark, the robot's places and
/// the lines of the greeting are stored in one transaction. A mark stays, so that a member who returns is not greeted
/// again. Newcomers who arrive during a write to a group are decided together.
/// </summary>
public sealed class GreetingStore
{
    // Four greetings of three lines, or thirteen of one, and the marks fit into the 100 rows of a transaction.
    const int MaxNewcomersPerWrite = 40;

    const string MarkPrefix = "greeted-";
    const string WaitingRow = Ledger.BudgetPrefix + "greeting";

    readonly DeliveriesTable table;
    readonly MessageSequence sequence;
    readonly IChannel channel;
    readonly IdSource ids;
    readonly TimeProvider clock;
    readonly BatchingWriter<Arrival, GreetingResult> writer;

    public GreetingStore(
        DeliveriesTable table,
        MessageSequence sequence,
        IChannel channel,
        IdSource ids,
        TimeProvider clock)
    {
        (this.table, this.sequence, this.channel, this.ids, this.clock) = (table, sequence, channel, ids, clock);
        writer = new(MaxNewcomersPerWrite, AddAllAsync);
    }

    /// <summary>True when the group's robot sends greetings without a person.</summary>
    public bool IsRobot => channel.CapabilityOf(ChannelAction.SendToGroup) is Capability.Automatic;

    /// <summary>Decides how the newcomer is greeted, once.</summary>
    public Task<GreetingResult> AddAsync(Group group, Newcomer newcomer) =>
        writer.SubmitAsync(group.Id, new Arrival(group, newcomer));

    /// <summary>The greeting of the member; null without one.</summary>
    public async Task<GreetingMark?> FindMarkAsync(string groupId, string memberId) =>
        (await table.FindAsync<GreetingMark>(groupId, MarkKey(memberId)))?.Value;

    /// <summary>The greetings of the group.</summary>
    public async Task<StoredGreetings> ReadAsync(string groupId)
    {
        var rows = (await table.AllAsync<JsonElement>(groupId, Ledger.BudgetPrefix)).ToDictionary(
            row => row.RowKey, StringComparer.Ordinal);
        return new StoredGreetings(Find<RobotBudget>(rows, Ledger.BudgetRow), Find<WaitingGreeting>(rows, WaitingRow));
    }

    /// <summary>
    /// Stores the greetings after a decision with further rows; the result has the ETags of those rows. Throws
    /// <see cref="ConflictException"/> when the greetings changed since they were read.
    /// </summary>
    public async Task<IReadOnlyList<ETag>> CommitAsync(
        string groupId, StoredGreetings before, GreetingState after, IReadOnlyList<TableTransactionAction> rows)
    {
        IReadOnlyList<TableTransactionAction> writes = [.. rows, .. ChangesOf(groupId, before, after)];
        return writes.Count == 0 ? [] : [.. (await table.WriteAsync(writes)).Take(rows.Count)];
    }

    /// <summary>The deletion of the mark of a newcomer who was not greeted, and is greeted when they return.</summary>
    public TableTransactionAction Forget(string groupId, string memberId) =>
        Row.Delete(groupId, MarkKey(memberId), ETag.All);

    Task<IReadOnlyList<GreetingResult>> AddAllAsync(string groupId, IReadOnlyList<Arrival> arrivals) =>
        table.RetryAsync(assumesNew => AddOnceAsync(groupId, arrivals, assumesNew));

    async Task<IReadOnlyList<GreetingResult>> AddOnceAsync(
        string groupId, IReadOnlyList<Arrival> arrivals, bool assumesNew)
    {
        // Most newcomers are new: the first attempt reads no marks, and those that exist conflict.
        var marks = assumesNew ? [] : await ReadMarksAsync(groupId, arrivals);
        var newcomers = arrivals
            .Select(arrival => arrival.Newcomer)
            .DistinctBy(newcomer => newcomer.MemberId, StringComparer.Ordinal)
            .Where(newcomer => !marks.ContainsKey(newcomer.MemberId))
            .ToList();
        var added = newcomers.Count > 0 ? await AddNewAsync(arrivals[^1].Group, newcomers) : [];
        foreach (var (memberId, result) in added) marks[memberId] = result.Mark;
        // A second event of the same join in this batch is a repeat.
        return [.. arrivals.Select(arrival => added.Remove(arrival.Newcomer.MemberId, out var result)
            ? result
            : GreetingResult.Repeat(marks[arrival.Newcomer.MemberId]))];
    }

    async Task<Dictionary<string, GreetingResult>> AddNewAsync(Group group, List<Newcomer> newcomers)
    {
        var (now, before) = (clock.GetUtcNow(), await ReadAsync(group.Id));
        var decision = Decide(before.State, newcomers, group.Kind, now);
        List<(string MemberId, IReadOnlyList<LedgerDraft> Lines)> own = [];
        foreach (var newcomer in decision.GreetedNow)
        {
            var lines = await sequence.DraftAsync(group, GreetingLines.ComposeOwn(group, newcomer, now), now);
            own.Add((newcomer.MemberId, lines));
        }

        var batch = new GreetingBatch(newcomers, decision, before.State.Waiting?.Id, own, now);
        var rows = batch.Rows((newcomer, mark) => Row.Add(group.Id, MarkKey(newcomer.MemberId), mark));
        return batch.Results(await CommitAsync(group.Id, before, decision.After, rows));
    }

    GreetingDecision Decide(
        GreetingState state, List<Newcomer> newcomers, GroupKind kind, DateTimeOffset now) => IsRobot
        ? GreetingRules.GreetByRobot(state, newcomers, OnboardingTerms.GreetingOf(kind).Count, ids.NewId(), now)
        : GreetingRules.GreetByStaff(state, newcomers, ids.NewId(), now);

    async Task<Dictionary<string, GreetingMark>> ReadMarksAsync(string groupId, IReadOnlyList<Arrival> arrivals)
    {
        var read = await Task.WhenAll(arrivals
            .Select(arrival => arrival.Newcomer.MemberId)
            .Distinct(StringComparer.Ordinal)
            .Select(async id => (Id: id, Mark: await FindMarkAsync(groupId, id))));
        return read
            .Where(item => item.Mark is not null)
            .ToDictionary(item => item.Id, item => item.Mark!, StringComparer.Ordinal);
    }

    static IEnumerable<TableTransactionAction> ChangesOf(string groupId, StoredGreetings before, GreetingState after)
    {
        if (after.Budget != before.State.Budget)
            yield return Row.Write(groupId, Ledger.BudgetRow, after.Budget, before.Budget);
        if (after.Waiting == before.State.Waiting) yield break;
        yield return after.Waiting is { } waiting
            ? Row.Write(groupId, WaitingRow, waiting, before.Waiting)
            : Row.Delete(groupId, WaitingRow, before.Waiting!.ETag);
    }

    // A digest, because ids of members hold any character and are long.
    static string MarkKey(string memberId) => MarkPrefix + EffectKey.Digest(memberId);

    static Stored<T>? Find<T>(Dictionary<string, Stored<JsonElement>> rows, string key) =>
        rows.TryGetValue(key, out var row) ? row.As<T>() : null;

    sealed record Arrival(Group Group, Newcomer Newcomer);
}

/// <summary>The greetings of a group as they were read.</summary>
public sealed record StoredGreetings(Stored<RobotBudget>? Budget, Stored<WaitingGreeting>? Waiting)
{
    public GreetingState State { get; } = new(Budget?.Value ?? new RobotBudget(), Waiting?.Value);
}

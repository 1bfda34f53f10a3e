using Community.Operators;
using Community.Operators.Sessions;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Operators.Directory;

/// <summary>
/// Operators, their tokens and sessions. The roster is one document, so that rules about several operators hold however
/// many instances decide. What a request needs to know of its caller is in the row of its token or session, which
/// changes in the transaction of the roster: one read finds the caller as the roster has it.
/// </summary>
public sealed class OperatorStore(OperatorsTable table, KeyedLock locks)
{
    /// <summary>All operators and their sessions.</summary>
    public async Task<OperatorRoster> ReadAsync() => (await FindRosterAsync())?.Value ?? OperatorRoster.Empty;

    /// <summary>The operator; null when there is none.</summary>
    public async Task<Operator?> FindAsync(string id) => (await ReadAsync()).Find(id);

    /// <summary>The operator whose token has the hash; null when there is none.</summary>
    public async Task<OperatorIdentity?> FindByTokenAsync(string tokenHash) =>
        (await table.FindAsync<OperatorIdentity>(OperatorRows.Partition, OperatorRows.TokenKey(tokenHash)))?.Value;

    /// <summary>The session whose id has the hash, also one that is over; null when there is none.</summary>
    public Task<Stored<Session>?> FindSessionAsync(string sessionHash) =>
        table.FindAsync<Session>(OperatorRows.Partition, OperatorRows.SessionKey(sessionHash));

    /// <summary>
    /// Stores that a session was used. A session that changed or ended since it was read stays as it is then.
    /// </summary>
    public Task RecordUseAsync(Stored<Session> read, Session used) =>
        table.TryCommitAsync(Row.Write(OperatorRows.Partition, read.RowKey, used, read));

    /// <summary>Decides on the roster and stores the result.</summary>
    public Task<Decided<OperatorRoster, OperatorEvent>> DecideAsync(OperatorCommand command) =>
        DecideAsync(command, verify: _ => { });

    /// <summary>
    /// Edits an operator. Throws <see cref="StaleVersionException"/> when the operator is not the
    /// <paramref name="expected"/> version.
    /// </summary>
    public Task<Decided<OperatorRoster, OperatorEvent>> EditAsync(
        OperatorCommand.Edit command, ExpectedVersion? expected) =>
        DecideAsync(command, roster =>
        {
            if (roster.Find(command.Id) is { } edited) expected?.Verify(edited);
        });

    Task<Decided<OperatorRoster, OperatorEvent>> DecideAsync(OperatorCommand command, Action<OperatorRoster> verify) =>
        locks.RunAsync("operators", () => table.RetryAsync(async () =>
        {
            var read = await FindRosterAsync();
            var before = read?.Value ?? OperatorRoster.Empty;
            verify(before);
            var events = OperatorRules.Decide(command, before);
            var after = events.Aggregate(before, OperatorRules.Evolve);
            if (events.Any(happened => happened is not OperatorEvent.Refused))
                await table.CommitAsync(
                [
                    Row.Write(OperatorRows.Partition, OperatorRows.Roster, after, read),
                    .. events.SelectMany(happened => OperatorRows.Of(happened, before, after)),
                    .. await OperatorRows.OfChangesAsync(before, after, FindSessionAsync),
                ]);
            return new Decided<OperatorRoster, OperatorEvent>(after, events);
        }));

    Task<Stored<OperatorRoster>?> FindRosterAsync() =>
        table.FindAsync<OperatorRoster>(OperatorRows.Partition, OperatorRows.Roster);
}

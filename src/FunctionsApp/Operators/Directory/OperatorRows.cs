using Azure;
using Azure.Data.Tables;
using Community.Operators;
using Community.Operators.Sessions;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Operators.Directory;

/// <summary>The rows of tokens and sessions that change with the roster.</summary>
static class OperatorRows
{
    public const string Partition = "operators";
    public const string Roster = "roster";

    public static string TokenKey(string hash) => $"token-{hash}";

    public static string SessionKey(string hash) => $"session-{hash}";

    /// <summary>The rows that an event adds and deletes.</summary>
    public static IEnumerable<TableTransactionAction> Of(
        OperatorEvent happened, OperatorRoster before, OperatorRoster after) =>
        happened switch
        {
            OperatorEvent.Created created => [AddToken(created.Value)],
            OperatorEvent.TokenReplaced replaced =>
                [DeleteToken(before.Find(replaced.Id)!), AddToken(after.Find(replaced.Id)!)],
            OperatorEvent.Removed removed => [DeleteToken(before.Find(removed.Id)!)],
            OperatorEvent.SessionStarted started => [AddSession(started, after)],
            OperatorEvent.SessionEnded ended => [Row.Delete(Partition, SessionKey(ended.Session.Hash), ETag.All)],
            _ => [],
        };

    /// <summary>The rows of operators who have another name or role.</summary>
    public static async Task<IReadOnlyList<TableTransactionAction>> OfChangesAsync(
        OperatorRoster before, OperatorRoster after, Func<string, Task<Stored<Session>?>> findSession)
    {
        List<TableTransactionAction> rows = [];
        foreach (var changed in after.Operators.Where(now => before.Find(now.Id) is { } was && IsOther(was, now)))
        {
            rows.Add(Row.Put(Partition, TokenKey(changed.TokenHash), changed.Identity));
            foreach (var session in after.SessionsOf(changed.Id))
            {
                if (await findSession(session.Hash) is { } read)
                    rows.Add(Row.Write(Partition, read.RowKey, read.Value with { Operator = changed.Identity }, read));
            }
        }

        return rows;
    }

    static bool IsOther(Operator was, Operator now) => was.Identity != now.Identity;

    static TableTransactionAction AddToken(Operator owner) =>
        Row.Add(Partition, TokenKey(owner.TokenHash), owner.Identity);

    static TableTransactionAction DeleteToken(Operator owner) =>
        Row.Delete(Partition, TokenKey(owner.TokenHash), ETag.All);

    static TableTransactionAction AddSession(OperatorEvent.SessionStarted started, OperatorRoster after)
    {
        var (operatorId, hash) = started.Session;
        return Row.Add(Partition, SessionKey(hash), Session.Start(after.Find(operatorId)!.Identity, started.At));
    }
}

using System.Globalization;
using Community.Platform;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Platform.PoisonedMessages;

/// <summary>Messages that failed as often as the host repeats them.</summary>
public sealed class PoisonedMessageStore(PoisonedMessagesTable table, TimeProvider clock)
{
    const string Partition = "messages";
    const string OpenPrefix = "open-";
    const string DonePrefix = "done-";
    const string FailingPrefix = "failing-";

    /// <summary>Records a failure of the message with this text; the result holds what is known of it.</summary>
    public Task<FailingMessage> RecordFailureAsync(string queue, string text, FailingMessage failure)
    {
        var row = FailingKey(queue, text);
        return table.RetryAsync(async () =>
        {
            var read = await table.FindAsync<FailingMessage>(Partition, row);
            var after = FailingMessage.After(read?.Value, failure);
            if (after != read?.Value) await table.CommitAsync(Row.Write(Partition, row, after, read));
            return after;
        });
    }

    /// <summary>Begins with the instant of the first failure, so that ids sort by time.</summary>
    public static string IdOf(FailingMessage message) => string.Create(
        CultureInfo.InvariantCulture,
        $"{message.FirstAt.UtcDateTime:yyyyMMddHHmmss}-{EffectKey.Digest(message.FirstMessageId)[..16]}");

    /// <summary>Keeps the message for an operator. The same message again replaces the row.</summary>
    public Task KeepAsync(PoisonedMessage message) =>
        table.CommitAsync(Row.Put(Partition, OpenPrefix + message.Id, message));

    /// <summary>The message, whether or not it still waits; null when there is none.</summary>
    public async Task<PoisonedMessage?> FindAsync(string id) => (await FindRowAsync(id))?.Value;

    /// <summary>One page of the messages that wait, the oldest first, or of the others.</summary>
    public async Task<Slice<PoisonedMessage>> PageAsync(bool isOpen, int size, string? continuation) =>
        (await table.PageAsync<PoisonedMessage>(Partition, isOpen ? OpenPrefix : DonePrefix, size, continuation))
        .Map(message => message.Value);

    /// <summary>True when a message waits for an operator.</summary>
    public async Task<bool> AnyOpenAsync() =>
        (await table.RowsAfterAsync<PoisonedMessage>(Partition, OpenPrefix, after: null, 1)).Count > 0;

    /// <summary>
    /// Forgets the failures of a message, so that it is repeated from the start, and kept under a new id, when it is
    /// sent again.
    /// </summary>
    public async Task ForgetFailuresAsync(PoisonedMessage message)
    {
        var row = FailingKey(message.Queue, message.Text);
        if (await table.FindAsync<FailingMessage>(Partition, row) is { } read)
            await table.DeleteAsync(Partition, [read]);
    }

    /// <summary>
    /// Stores what the operator did with a message that waits. It does not change a message that another request
    /// resolved. Null when there is none.
    /// </summary>
    public Task<PoisonedMessage?> ResolveAsync(string id, PoisonedMessageStatus status, string by) =>
        table.RetryAsync(async () =>
        {
            if (await FindRowAsync(id) is not { } read) return null;
            if (read.Value.Status is not PoisonedMessageStatus.Open) return read.Value;
            var resolved = read.Value with { Status = status, By = by, ResolvedAt = clock.GetUtcNow() };
            await table.CommitAsync(
            [
                Row.Delete(Partition, read.RowKey, read.ETag),
                Row.Add(Partition, DonePrefix + id, resolved),
            ]);
            return resolved;
        });

    /// <summary>
    /// Deletes at most <paramref name="budget"/> messages of each kind that are older than the instant; returns those
    /// that no operator resolved.
    /// </summary>
    public async Task<IReadOnlyList<PoisonedMessage>> ForgetAsync(DateTimeOffset before, int budget)
    {
        List<PoisonedMessage> unresolved = [];
        await ForgetAsync<PoisonedMessage>(DonePrefix, budget, message => message.ResolvedAt < before, _ => { });
        await ForgetAsync<PoisonedMessage>(OpenPrefix, budget, message => message.KeptAt < before, unresolved.Add);
        var failing = await table.RowsAfterAsync<FailingMessage>(Partition, FailingPrefix, after: null, budget);
        await table.DeleteAsync(Partition, failing.Where(row => row.Value.LastAt < before));
        return unresolved;
    }

    Task<int> ForgetAsync<T>(string prefix, int budget, Func<T, bool> isOld, Action<T> onDeletion) =>
        table.ForgetAsync<T>(Partition, prefix, budget, isOld, row =>
        {
            onDeletion(row.Value);
            return [Row.Delete(Partition, row.RowKey, row.ETag)];
        });

    async Task<Stored<PoisonedMessage>?> FindRowAsync(string id) =>
        await table.FindAsync<PoisonedMessage>(Partition, OpenPrefix + id)
        ?? await table.FindAsync<PoisonedMessage>(Partition, DonePrefix + id);

    static string FailingKey(string queue, string text) => FailingPrefix + EffectKey.Digest($"{queue}\n{text}");
}

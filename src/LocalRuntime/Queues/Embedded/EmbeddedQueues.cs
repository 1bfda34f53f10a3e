using System.Text.Json;
using LocalRuntime.Storage;
using LocalRuntime.Store;

namespace LocalRuntime.Queues.Embedded;

/// <summary>The queue service in an embedded store. Messages come in the order in which they became visible.</summary>
sealed class EmbeddedQueues(OpenStore open) : IQueueSchedule
{
    // What a loss of power forgets of taking and deleting a message, it forgets by delivering the message again, as a queue may.
    const bool Redelivered = true;

    readonly Lazy<Task<bool>> schema = new(() => open.Store.WriteAsync(QueueSchema.Open));
    readonly QueueArrivals arrivals = new();

    DateTimeOffset Now => open.Clock.GetUtcNow();

    /// <summary>Creates a queue; true when it did, false when one with the same metadata exists.</summary>
    public async Task<StorageResult<bool>> CreateAsync(string queue, IReadOnlyDictionary<string, string> metadata)
    {
        await schema.Value;
        if (QueueRules.Name(queue) is { } invalid) return invalid;
        var json = JsonSerializer.Serialize(metadata);
        return await open.Store.WriteAsync<StorageResult<bool>>(connection =>
        {
            if (MessageQueue.Find(connection, queue) is { } existing)
                return existing.Metadata() == json ? false : QueueErrors.QueueAlreadyExists;
            connection.Execute("INSERT INTO queues (name, metadata) VALUES ($1, $2)", queue, json);
            return true;
        });
    }

    public Task<StorageResult<QueueState>> GetStateAsync(string queue) => ReadAsync(
        queue, found => new QueueState(JsonSerializer.Deserialize<Dictionary<string, string>>(found.Metadata())!, found.Count(Now)));

    /// <summary>Adds a message; null times stand for the service's defaults.</summary>
    public async Task<StorageResult<StoredMessage>> SendAsync(string queue, string text, TimeSpan? visibilityTimeout, TimeSpan? timeToLive)
    {
        var (hidden, life) = (visibilityTimeout ?? TimeSpan.Zero, timeToLive ?? QueueRules.DefaultTimeToLive);
        if (QueueRules.Send(text, hidden, life) is { } refusal) return refusal;
        var now = Now;
        var expires = life == QueueRules.ForEver || life > DateTimeOffset.MaxValue - now ? DateTimeOffset.MaxValue : now + life;
        var message = new StoredMessage(NewId(), NewId(), text, now, expires, now + hidden, 0);
        var sent = await WriteAsync(queue, found =>
        {
            found.Add(message);
            return message;
        });
        return Announced(queue, sent);
    }

    /// <summary>Takes visible messages and hides them.</summary>
    public async Task<StorageResult<IReadOnlyList<StoredMessage>>> ReceiveAsync(string queue, int? maxMessages, TimeSpan? visibilityTimeout)
    {
        var (count, hidden) = (maxMessages ?? 1, visibilityTimeout ?? QueueRules.DefaultVisibilityTimeout);
        if (QueueRules.Receive(count, hidden) is { } refusal) return refusal;
        return await WriteAsync<IReadOnlyList<StoredMessage>>(
            queue,
            found =>
            {
                var now = Now;
                found.RemoveExpired(now);
                var messages = found.Visible(count, now).ConvertAll(message => message with
                {
                    PopReceipt = NewId(),
                    NextVisibleOn = now + hidden,
                    DequeueCount = message.DequeueCount + 1,
                });
                messages.ForEach(found.Change);
                return messages;
            },
            Redelivered);
    }

    public async Task<StorageResult<IReadOnlyList<StoredMessage>>> PeekAsync(string queue, int? maxMessages)
    {
        if (QueueRules.Count(maxMessages ?? 1) is { } refusal) return refusal;
        return await ReadAsync<IReadOnlyList<StoredMessage>>(queue, found => found.Visible(maxMessages ?? 1, Now));
    }

    /// <summary>Hides a received message anew, and replaces its text when one is given.</summary>
    public async Task<StorageResult<StoredMessage>> UpdateAsync(string queue, MessageHandle message, string? text, TimeSpan visibilityTimeout)
    {
        if (QueueRules.Update(text, visibilityTimeout) is { } refusal) return refusal;
        var updated = await WriteAsync(queue, found =>
        {
            var now = Now;
            var changed = Received(found, message, now);
            changed = changed with { PopReceipt = NewId(), Text = text ?? changed.Text, NextVisibleOn = now + visibilityTimeout };
            found.Change(changed);
            return changed;
        });
        return Announced(queue, updated);
    }

    /// <summary>Deletes a received message; null when it did.</summary>
    public async Task<StorageError?> DeleteAsync(string queue, MessageHandle message)
    {
        var deleted = await WriteAsync(
            queue,
            found =>
            {
                found.Remove(Received(found, message, Now).Id);
                return true;
            },
            Redelivered);
        return deleted.Error;
    }

    public DateTimeOffset? NextVisibleAt(string queueName)
    {
        schema.Value.GetAwaiter().GetResult();
        return open.Store.Read(connection => MessageQueue.Find(connection, queueName)?.NextVisibleOn(Now));
    }

    public IDisposable OnArrival(string queueName, Action wake) => arrivals.Add(queueName, wake);

    static StoredMessage Received(MessageQueue queue, MessageHandle handle, DateTimeOffset now)
    {
        var message = queue.Get(handle.Id, now) ?? throw new StorageErrorException(QueueErrors.MessageNotFound);
        return message.PopReceipt == handle.PopReceipt ? message : throw new StorageErrorException(QueueErrors.PopReceiptMismatch);
    }

    static string NewId() => Guid.CreateVersion7().ToString();

    StorageResult<T> Announced<T>(string queue, StorageResult<T> result)
    {
        if (result.Error is null) arrivals.Announce(queue);
        return result;
    }

    async Task<StorageResult<T>> ReadAsync<T>(string queue, Func<MessageQueue, T> read)
    {
        await schema.Value;
        return open.Store.Read<StorageResult<T>>(connection =>
            MessageQueue.Find(connection, queue) is { } found ? new StorageResult<T>(read(found), null) : QueueErrors.QueueNotFound);
    }

    async Task<StorageResult<T>> WriteAsync<T>(string queue, Func<MessageQueue, T> write, bool repeatable = false)
    {
        await schema.Value;
        try
        {
            return await open.Store.WriteAsync<StorageResult<T>>(
                connection => MessageQueue.Find(connection, queue) is { } found
                    ? new StorageResult<T>(write(found), null)
                    : QueueErrors.QueueNotFound,
                repeatable);
        }
        catch (StorageErrorException refused)
        {
            return refused.Error;
        }
    }
}

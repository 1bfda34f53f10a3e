namespace LocalRuntime.Queues.Embedded;

/// <summary>The queue service in an embedded store. The message that became visible first is received first.</summary>
sealed class EmbeddedQueues(OpenStore open) : IQueueSchedule
{
    // A receipt or deletion that is lost with the power delivers the message again, which a queue may do.
    const bool Repeatable = true;

    readonly QueueArrivals arrivals = new();

    DateTimeOffset Now => open.Clock.GetUtcNow();

    /// <summary>
    /// Makes received messages visible again; their attempt stays counted. The caller must be the only process of the
    /// store, so that the processes that received them have ended.
    /// </summary>
    public static Task<int> ReleaseReceivedAsync(EmbeddedStore store, DateTimeOffset now) =>
        store.WriteAsync(connection =>
        {
            QueueSchema.Open(connection);
            return connection.Execute(
                "UPDATE queue_messages SET visible_on = $1 WHERE dequeue_count > 0 AND visible_on > $1", now.UtcTicks);
        });

    /// <summary>Creates a queue; false when one with the same metadata exists.</summary>
    public async Task<StorageResult<bool>> CreateAsync(string queue, IReadOnlyDictionary<string, string> metadata)
    {
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

    public Task<StorageResult<QueueState>> GetStateAsync(string queue) => ReadAsync(queue, found =>
        new QueueState(JsonSerializer.Deserialize<Dictionary<string, string>>(found.Metadata())!, found.Count(Now)));

    /// <summary>Adds a message; null selects the service's default.</summary>
    public async Task<StorageResult<StoredMessage>> SendAsync(
        string queue, string text, TimeSpan? visibilityTimeout, TimeSpan? timeToLive)
    {
        var (hidden, life) = (visibilityTimeout ?? TimeSpan.Zero, timeToLive ?? QueueRules.DefaultTimeToLive);
        if (QueueRules.Send(text, hidden, life) is { } refusal) return refusal;
        var now = Now;
        var isEndless = life == QueueRules.Endless || life > DateTimeOffset.MaxValue - now;
        var expires = isEndless ? DateTimeOffset.MaxValue : now + life;
        var message = new StoredMessage(NewId(), NewId(), text, now, expires, now + hidden, 0);
        var sent = await WriteAsync(queue, found =>
        {
            found.Add(message);
            return message;
        });
        return Announce(queue, sent);
    }

    /// <summary>Receives visible messages and hides them; null selects the service's default.</summary>
    public async Task<StorageResult<IReadOnlyList<StoredMessage>>> ReceiveAsync(
        string queue, int? maxMessages, TimeSpan? visibilityTimeout)
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
            Repeatable);
    }

    public async Task<StorageResult<IReadOnlyList<StoredMessage>>> PeekAsync(string queue, int? maxMessages)
    {
        if (QueueRules.Count(maxMessages ?? 1) is { } refusal) return refusal;
        return await ReadAsync<IReadOnlyList<StoredMessage>>(queue, found => found.Visible(maxMessages ?? 1, Now));
    }

    /// <summary>Hides a received message again, and replaces its text unless it is null.</summary>
    public async Task<StorageResult<StoredMessage>> UpdateAsync(
        string queue, MessageHandle handle, string? text, TimeSpan visibilityTimeout)
    {
        if (QueueRules.Update(text, visibilityTimeout) is { } refusal) return refusal;
        var updated = await WriteAsync(queue, found =>
        {
            var now = Now;
            var message = Received(found, handle, now);
            message = message with
            {
                PopReceipt = NewId(),
                Text = text ?? message.Text,
                NextVisibleOn = now + visibilityTimeout,
            };
            found.Change(message);
            return message;
        });
        return Announce(queue, updated);
    }

    public Task<StorageResult<int>> DeleteAsync(string queue, MessageHandle handle) =>
        WriteAsync(queue, found => found.Remove(Received(found, handle, Now).Id), Repeatable);

    public DateTimeOffset? NextVisibleAt(string queueName) =>
        open.Store.Read(connection => MessageQueue.Find(connection, queueName)?.NextVisibleOn(Now));

    public IDisposable OnArrival(string queueName, Action wake) => arrivals.Add(queueName, wake);

    static StoredMessage Received(MessageQueue queue, MessageHandle handle, DateTimeOffset now)
    {
        var message = queue.Get(handle.Id, now) ?? throw new StorageErrorException(QueueErrors.MessageNotFound);
        return message.PopReceipt == handle.PopReceipt
            ? message
            : throw new StorageErrorException(QueueErrors.PopReceiptMismatch);
    }

    static string NewId() => Guid.CreateVersion7().ToString();

    StorageResult<T> Announce<T>(string queue, StorageResult<T> result)
    {
        if (result.Error is null) arrivals.Announce(queue);
        return result;
    }

    Task<StorageResult<T>> ReadAsync<T>(string queue, Func<MessageQueue, T> read) =>
        Task.FromResult(open.Store.Read(connection => Apply(connection, queue, read)));

    async Task<StorageResult<T>> WriteAsync<T>(string queue, Func<MessageQueue, T> write, bool repeatable = false)
    {
        try
        {
            return await open.Store.WriteAsync(connection => Apply(connection, queue, write), repeatable);
        }
        catch (StorageErrorException refused)
        {
            return refused.Error;
        }
    }

    static StorageResult<T> Apply<T>(SqliteConnection connection, string queue, Func<MessageQueue, T> action) =>
        MessageQueue.Find(connection, queue) is { } found
            ? new StorageResult<T>(action(found), null)
            : QueueErrors.QueueNotFound;
}

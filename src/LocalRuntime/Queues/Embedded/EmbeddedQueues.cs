using System.Text.Json;
using Azure;
using Azure.Storage.Queues.Models;
using LocalRuntime.Accounts;
using LocalRuntime.Store;

namespace LocalRuntime.Queues;

/// <summary>The queue service in an embedded store. Messages come in the order in which they became visible.</summary>
sealed class EmbeddedQueues(OpenStore open) : IQueueTransport, IQueueSchedule
{
    // What a loss of power forgets of taking and deleting a message, it forgets by delivering the message again, as a queue may.
    const bool Redelivered = true;

    readonly Lazy<Task<bool>> schema = new(() => open.Store.WriteAsync(QueueSchema.Open));
    readonly QueueArrivals arrivals = new();

    public async Task<Response> CreateAsync(string queue, IDictionary<string, string>? metadata, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        if (QueueRules.Name(queue) is { } invalid) return EmbeddedResponse.Failure(invalid);
        var json = JsonSerializer.Serialize(metadata ?? new Dictionary<string, string>(StringComparer.Ordinal));
        return await open.Store.WriteAsync(connection =>
        {
            if (MessageQueue.Find(connection, queue) is { } existing)
                return existing.Metadata() == json ? EmbeddedResponse.Success(204) : EmbeddedResponse.Failure(QueueErrors.QueueAlreadyExists);
            connection.Execute("INSERT INTO queues (name, metadata) VALUES ($1, $2)", queue, json);
            return EmbeddedResponse.Success(201);
        });
    }

    public async Task<Reply<QueueProperties>> GetPropertiesAsync(string queue, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        return Read(queue, found => new QueueProperties(JsonSerializer.Deserialize<Dictionary<string, string>>(found.Metadata())!, found.Count(Now)));
    }

    public async Task<Reply<SendReceipt>> SendAsync(
        string queue, string text, TimeSpan? visibilityTimeout, TimeSpan? timeToLive, CancellationToken cancellationToken)
    {
        var (hidden, life) = (QueueRules.WholeSeconds(visibilityTimeout ?? TimeSpan.Zero), QueueRules.WholeSeconds(timeToLive ?? QueueRules.DefaultTimeToLive));
        await BeginAsync(cancellationToken);
        if (QueueRules.Send(text, hidden, life) is { } refusal) return new(EmbeddedResponse.Failure(refusal), null);
        var now = Now;
        var expires = life == QueueRules.ForEver || life > DateTimeOffset.MaxValue - now ? DateTimeOffset.MaxValue : now + life;
        var message = new StoredMessage(NewId(), NewId(), text, now, expires, now + hidden, 0);
        var reply = await WriteAsync(queue, 201, found =>
        {
            found.Add(message);
            return new SendReceipt(message.Id, message.InsertedOn, message.ExpiresOn, message.PopReceipt, message.NextVisibleOn);
        });
        return Announced(queue, reply);
    }

    public async Task<Reply<IReadOnlyList<StoredMessage>>> ReceiveAsync(
        string queue, int? most, TimeSpan? visibilityTimeout, CancellationToken cancellationToken)
    {
        var (count, hidden) = (most ?? 1, QueueRules.WholeSeconds(visibilityTimeout ?? QueueRules.DefaultVisibilityTimeout));
        await BeginAsync(cancellationToken);
        if (QueueRules.Receive(count, hidden) is { } refusal) return new(EmbeddedResponse.Failure(refusal), null);
        return await WriteAsync<IReadOnlyList<StoredMessage>>(queue, 200, found =>
        {
            var now = Now;
            found.RemoveExpired(now);
            var messages = found.Visible(count, now)
                .ConvertAll(message => message with { PopReceipt = NewId(), NextVisibleOn = now + hidden, DequeueCount = message.DequeueCount + 1 });
            messages.ForEach(found.Change);
            return messages;
        }, Redelivered);
    }

    public async Task<Reply<IReadOnlyList<StoredMessage>>> PeekAsync(string queue, int? most, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        return QueueRules.Most(most ?? 1) is { } refusal
            ? new(EmbeddedResponse.Failure(refusal), null)
            : Read<IReadOnlyList<StoredMessage>>(queue, found => found.Visible(most ?? 1, Now));
    }

    public async Task<Reply<UpdateReceipt>> UpdateAsync(
        string queue, MessageHandle message, string? text, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        var hidden = QueueRules.WholeSeconds(visibilityTimeout);
        await BeginAsync(cancellationToken);
        if (QueueRules.Update(text, hidden) is { } refusal) return new(EmbeddedResponse.Failure(refusal), null);
        var reply = await WriteAsync(queue, 204, found =>
        {
            var now = Now;
            var changed = Received(found, message, now);
            changed = changed with { PopReceipt = NewId(), Text = text ?? changed.Text, NextVisibleOn = now + hidden };
            found.Change(changed);
            return new UpdateReceipt(changed.PopReceipt, changed.NextVisibleOn);
        });
        return Announced(queue, reply);
    }

    public async Task<Response> DeleteAsync(string queue, MessageHandle message, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken);
        var reply = await WriteAsync(queue, 204, found =>
        {
            found.Remove(Received(found, message, Now).Id);
            return true;
        }, Redelivered);
        return reply.Response;
    }

    public DateTimeOffset? NextVisibleAt(string queueName)
    {
        schema.Value.GetAwaiter().GetResult();
        return open.Store.Read(connection => MessageQueue.Find(connection, queueName)?.NextVisibleOn(Now));
    }

    public IDisposable OnArrival(string queueName, Action wake) => arrivals.Add(queueName, wake);

    static StoredMessage Received(MessageQueue queue, MessageHandle handle, DateTimeOffset now)
    {
        var message = queue.Get(handle.Id, now) ?? throw new RefusedException(QueueErrors.MessageNotFound);
        return message.PopReceipt == handle.PopReceipt ? message : throw new RefusedException(QueueErrors.PopReceiptMismatch);
    }

    static string NewId() => Guid.CreateVersion7().ToString();

    DateTimeOffset Now => open.Clock.GetUtcNow();

    Task<bool> BeginAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        StorageTransactions.CountEmbedded();
        return schema.Value;
    }

    Reply<T> Announced<T>(string queue, Reply<T> reply)
    {
        if (!reply.Response.IsError) arrivals.Announce(queue);
        return reply;
    }

    Reply<T> Read<T>(string queue, Func<MessageQueue, T> read) => open.Store.Read<Reply<T>>(connection => MessageQueue.Find(connection, queue) is { } found
        ? new(EmbeddedResponse.Success(200), read(found))
        : new(EmbeddedResponse.Failure(QueueErrors.QueueNotFound), default));

    async Task<Reply<T>> WriteAsync<T>(string queue, int status, Func<MessageQueue, T> write, bool repeatable = false)
    {
        try
        {
            return await open.Store.WriteAsync<Reply<T>>(
                connection => MessageQueue.Find(connection, queue) is { } found
                    ? new(EmbeddedResponse.Success(status), write(found))
                    : new(EmbeddedResponse.Failure(QueueErrors.QueueNotFound), default),
                repeatable);
        }
        catch (RefusedException refused)
        {
            return new(EmbeddedResponse.Failure(refused.Error), default);
        }
    }
}

using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using LocalRuntime.Queues;
using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Functions.QueueTriggers;

/// <summary>A queue message as text, bytes, an object read from JSON, or the message itself; decoded as host.json says.</summary>
internal sealed class QueueBinding(bool base64)
{
    static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    public Expression? Bind(ParameterInfo parameter, ParameterExpression invocation, ParameterExpression trigger)
    {
        if (!parameter.IsDefined(typeof(QueueTriggerAttribute))) return null;
        var message = Expression.Call(typeof(QueueBinding), nameof(Decode), null, Expression.Convert(trigger, typeof(QueueMessage)), Expression.Constant(base64));
        var type = parameter.ParameterType;
        if (type == typeof(QueueMessage)) return message;
        if (type == typeof(string)) return Expression.Property(message, nameof(QueueMessage.MessageText));
        var body = Expression.Property(message, nameof(QueueMessage.Body));
        if (type == typeof(BinaryData)) return body;
        if (type == typeof(byte[])) return Expression.Call(body, nameof(BinaryData.ToArray), null);
        return IsReadFromJson(type) ? Expression.Call(typeof(QueueBinding), nameof(Read), [type], body) : null;
    }

    // What lives under System or Azure (streams, clients) is some other binding's business.
    static bool IsReadFromJson(Type type) =>
        !type.IsAbstract && !type.IsPrimitive && type.Namespace is var space
        && space?.StartsWith("System", StringComparison.Ordinal) != true && space?.StartsWith("Azure", StringComparison.Ordinal) != true;

    static QueueMessage Decode(QueueMessage raw, bool base64) => !base64
        ? raw
        : new QueueMessage(
            new StoredMessage(raw.MessageId, raw.PopReceipt, raw.MessageText, raw.InsertedOn ?? default, raw.ExpiresOn ?? default, raw.NextVisibleOn ?? default, raw.DequeueCount),
            BinaryData.FromBytes(Convert.FromBase64String(raw.MessageText)));

    static T Read<T>(BinaryData body) => JsonSerializer.Deserialize<T>(body, Json) ?? throw new JsonException("The message is the JSON null.");
}

namespace LocalRuntime.Functions.QueueTriggers;

/// <summary>Binds a queue message as text, bytes, an object read from JSON, or the message itself.</summary>
sealed class QueueBinding(bool base64)
{
    static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    public Expression? Bind(ParameterInfo parameter, ParameterExpression invocation, ParameterExpression trigger)
    {
        if (!parameter.IsDefined(typeof(QueueTriggerAttribute))) return null;
        Expression message = Expression.Convert(trigger, typeof(QueueMessage));
        if (base64) message = Expression.Call(typeof(QueueBinding), nameof(Decode), null, message);
        var type = parameter.ParameterType;
        if (type == typeof(QueueMessage)) return message;
        var body = Expression.Property(message, nameof(QueueMessage.Body));
        if (type == typeof(string)) return Expression.Call(body, nameof(BinaryData.ToString), null);
        if (type == typeof(BinaryData)) return body;
        if (type == typeof(byte[])) return Expression.Call(body, nameof(BinaryData.ToArray), null);
        return IsReadFromJson(type) ? Expression.Call(typeof(QueueBinding), nameof(Read), [type], body) : null;
    }

    // Types of System and Azure, such as streams and clients, need bindings that this host does not have.
    static bool IsReadFromJson(Type type)
    {
        var space = type.Namespace ?? "";
        return !type.IsAbstract
            && !type.IsPrimitive
            && !space.StartsWith("System", StringComparison.Ordinal)
            && !space.StartsWith("Azure", StringComparison.Ordinal);
    }

    static QueueMessage Decode(QueueMessage raw) => QueuesModelFactory.QueueMessage(
        raw.MessageId, raw.PopReceipt, BinaryData.FromBytes(Convert.FromBase64String(raw.MessageText)),
        raw.DequeueCount, raw.NextVisibleOn, raw.InsertedOn, raw.ExpiresOn);

    static T Read<T>(BinaryData body) =>
        JsonSerializer.Deserialize<T>(body, Json) ?? throw new JsonException("The message is the JSON null.");
}

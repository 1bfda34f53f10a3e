using Azure.Storage.Queues;

namespace LocalRuntime.Queues;

/// <summary>Turns message bodies into the text that a queue holds, and back.</summary>
sealed class QueueText(QueueMessageEncoding encoding)
{
    public static QueueMessageEncoding EncodingOf(QueueClientOptions? options) => options?.MessageEncoding ?? QueueMessageEncoding.None;

    public string Encode(BinaryData body) => encoding == QueueMessageEncoding.Base64 ? Convert.ToBase64String(body) : body.ToString();

    public BinaryData Decode(string text) => encoding == QueueMessageEncoding.Base64
        ? BinaryData.FromBytes(Convert.FromBase64String(text))
        : BinaryData.FromString(text);
}

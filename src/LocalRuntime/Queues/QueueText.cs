using System.Xml;
using Azure.Storage.Queues;

namespace LocalRuntime.Queues;

/// <summary>Turns message bodies into the text that a queue holds, and back.</summary>
sealed class QueueText(QueueMessageEncoding encoding)
{
    public static QueueMessageEncoding EncodingOf(QueueClientOptions? options) => options?.MessageEncoding ?? QueueMessageEncoding.None;

    public string Encode(BinaryData body) => encoding == QueueMessageEncoding.Base64 ? Convert.ToBase64String(body) : Xml(body.ToString());

    public BinaryData Decode(string text) => encoding == QueueMessageEncoding.Base64
        ? BinaryData.FromBytes(Convert.FromBase64String(text))
        : BinaryData.FromString(text);

    // Texts travel in XML, which has no way to write some control characters.
    static string Xml(string text)
    {
        try
        {
            return XmlConvert.VerifyXmlChars(text);
        }
        catch (XmlException invalid)
        {
            throw new ArgumentException("The text holds a character that XML cannot carry; send it as base64.", nameof(text), invalid);
        }
    }
}

using System.Globalization;
using System.Text;
using System.Xml;
using LocalRuntime.Queues.Embedded;
using LocalRuntime.Storage;

namespace LocalRuntime.Queues.Rest;

/// <summary>The queue service's XML. Its times are RFC 1123, in whole seconds.</summary>
static class QueueXml
{
    // A reader of XML turns a bare carriage return into a line feed; written as an entity it stays.
    static readonly XmlWriterSettings Settings = new()
    {
        NewLineHandling = NewLineHandling.Entitize,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CheckCharacters = false,
    };

    /// <summary>The text of a message that is sent or updated; throws <see cref="XmlException"/> for a body of another form.</summary>
    public static string ReadText(ReadOnlyMemory<byte> body)
    {
        using var stream = new MemoryStream(body.ToArray(), writable: false);
        // This reader, unlike the newer one, can keep carriage returns as they are; it then checks no characters.
        using var reader = new XmlTextReader(stream) { DtdProcessing = DtdProcessing.Prohibit, Normalization = false };
        return reader.ReadToFollowing("MessageText")
            ? XmlConvert.VerifyXmlChars(reader.ReadElementContentAsString())
            : throw new XmlException("The body has no MessageText.");
    }

    public static byte[] Sent(StoredMessage message) => List([message], (xml, sent) =>
    {
        WriteHandle(xml, sent);
        WriteReceipt(xml, sent);
    });

    public static byte[] Received(IReadOnlyList<StoredMessage> messages) => List(messages, (xml, received) =>
    {
        WriteHandle(xml, received);
        WriteReceipt(xml, received);
        WriteText(xml, received);
    });

    public static byte[] Peeked(IReadOnlyList<StoredMessage> messages) => List(messages, (xml, peeked) =>
    {
        WriteHandle(xml, peeked);
        WriteText(xml, peeked);
    });

    public static byte[] Error(StorageError error) => Write(xml =>
    {
        xml.WriteStartElement("Error");
        xml.WriteElementString("Code", error.Code);
        xml.WriteElementString("Message", string.Concat(error.Message.Where(XmlConvert.IsXmlChar)));
        xml.WriteEndElement();
    });

    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);

    static void WriteHandle(XmlWriter xml, StoredMessage message)
    {
        xml.WriteElementString("MessageId", message.Id);
        xml.WriteElementString("InsertionTime", Text(message.InsertedOn));
        xml.WriteElementString("ExpirationTime", Text(message.ExpiresOn));
    }

    static void WriteReceipt(XmlWriter xml, StoredMessage message)
    {
        xml.WriteElementString("PopReceipt", message.PopReceipt);
        xml.WriteElementString("TimeNextVisible", Text(message.NextVisibleOn));
    }

    static void WriteText(XmlWriter xml, StoredMessage message)
    {
        xml.WriteElementString("DequeueCount", message.DequeueCount.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("MessageText", message.Text);
    }

    static byte[] List(IReadOnlyList<StoredMessage> messages, Action<XmlWriter, StoredMessage> write) => Write(xml =>
    {
        xml.WriteStartElement("QueueMessagesList");
        foreach (var message in messages)
        {
            xml.WriteStartElement("QueueMessage");
            write(xml, message);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    static byte[] Write(Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings)) write(xml);
        return buffer.ToArray();
    }
}

using System.Xml;

namespace LocalRuntime.Queues.Rest;

/// <summary>The queue service's XML. Its times are RFC 1123, in whole seconds.</summary>
static class QueueXml
{
    // An XML reader turns a carriage return into a line feed; an entity stays a carriage return.
    static readonly XmlWriterSettings Settings = new()
    {
        NewLineHandling = NewLineHandling.Entitize,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CheckCharacters = false,
    };

    /// <summary>The text of a message; throws <see cref="XmlException"/> for a body of another form.</summary>
    public static string ReadText(ReadOnlyMemory<byte> body)
    {
        using var stream = new MemoryStream(body.ToArray(), writable: false);

        // Only this reader can keep carriage returns; it then checks no characters.
        using var reader = new XmlTextReader(stream) { DtdProcessing = DtdProcessing.Prohibit, Normalization = false };
        return reader.ReadToFollowing("MessageText")
            ? XmlConvert.VerifyXmlChars(reader.ReadElementContentAsString())
            : throw new XmlException("The body has no MessageText.");
    }

    public static byte[] Sent(StoredMessage message) => List([message], withReceipt: true, withText: false);

    public static byte[] Received(IReadOnlyList<StoredMessage> messages) =>
        List(messages, withReceipt: true, withText: true);

    public static byte[] Peeked(IReadOnlyList<StoredMessage> messages) =>
        List(messages, withReceipt: false, withText: true);

    public static byte[] Error(StorageError error) => Write(xml =>
    {
        xml.WriteStartElement("Error");
        xml.WriteElementString("Code", error.Code);
        xml.WriteElementString("Message", string.Concat(error.Message.Where(XmlConvert.IsXmlChar)));
        xml.WriteEndElement();
    });

    public static string Text(DateTimeOffset instant) => instant.ToString("r", CultureInfo.InvariantCulture);

    static byte[] List(IReadOnlyList<StoredMessage> messages, bool withReceipt, bool withText) => Write(xml =>
    {
        xml.WriteStartElement("QueueMessagesList");
        foreach (var message in messages) Write(xml, message, withReceipt, withText);
        xml.WriteEndElement();
    });

    static void Write(XmlWriter xml, StoredMessage message, bool withReceipt, bool withText)
    {
        xml.WriteStartElement("QueueMessage");
        xml.WriteElementString("MessageId", message.Id);
        xml.WriteElementString("InsertionTime", Text(message.InsertedOn));
        xml.WriteElementString("ExpirationTime", Text(message.ExpiresOn));
        if (withReceipt)
        {
            xml.WriteElementString("PopReceipt", message.PopReceipt);
            xml.WriteElementString("TimeNextVisible", Text(message.NextVisibleOn));
        }

        if (withText)
        {
            xml.WriteElementString("DequeueCount", message.DequeueCount.ToString(CultureInfo.InvariantCulture));
            xml.WriteElementString("MessageText", message.Text);
        }

        xml.WriteEndElement();
    }

    static byte[] Write(Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings)) write(xml);
        return buffer.ToArray();
    }
}

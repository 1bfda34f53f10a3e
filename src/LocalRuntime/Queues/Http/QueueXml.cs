using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Azure;
using Azure.Core;
using Azure.Storage.Queues.Models;

namespace LocalRuntime.Queues;

/// <summary>The queue service's XML.</summary>
static class QueueXml
{
    // A reader of XML turns a bare carriage return into a line feed; written as an entity it stays.
    static readonly XmlWriterSettings Writing = new() { NewLineHandling = NewLineHandling.Entitize, OmitXmlDeclaration = true, Encoding = new System.Text.UTF8Encoding(false) };

    public static RequestContent Message(string text)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, Writing)) new XElement("QueueMessage", new XElement("MessageText", text)).WriteTo(writer);
        return RequestContent.Create(buffer.ToArray());
    }

    public static SendReceipt ReadReceipt(Response response)
    {
        var message = Messages(response).Single();
        return new(
            Text(message, "MessageId"),
            Instant(Text(message, "InsertionTime")),
            Instant(Text(message, "ExpirationTime")),
            Text(message, "PopReceipt"),
            Instant(Text(message, "TimeNextVisible")));
    }

    /// <summary>A peeked message has neither a pop receipt nor a time at which it is visible again.</summary>
    public static IReadOnlyList<StoredMessage> ReadMessages(Response response) =>
    [
        .. Messages(response).Select(message => new StoredMessage(
            Text(message, "MessageId"),
            message.Element("PopReceipt")?.Value ?? "",
            message.Element("MessageText")?.Value ?? "",
            Instant(Text(message, "InsertionTime")),
            Instant(Text(message, "ExpirationTime")),
            message.Element("TimeNextVisible") is { } next ? Instant(next.Value) : default,
            long.Parse(Text(message, "DequeueCount"), CultureInfo.InvariantCulture))),
    ];

    public static DateTimeOffset Instant(string rfc1123) =>
        DateTimeOffset.ParseExact(rfc1123, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    static IEnumerable<XElement> Messages(Response response) =>
        XDocument.Load(response.Content.ToStream(), LoadOptions.PreserveWhitespace).Root!.Elements("QueueMessage");

    static string Text(XElement message, string name) => message.Element(name)?.Value ?? throw new InvalidDataException($"The service's answer lacks {name}.");
}

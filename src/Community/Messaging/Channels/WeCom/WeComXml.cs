using System.Xml;

namespace Community.Messaging.Channels.WeCom;

/// <summary>
/// Reads the platform's XML: one element <c>xml</c> whose children are fields. Document types are prohibited, and size
/// and depth are bounded.
/// </summary>
public static class WeComXml
{
    /// <summary>The longest document, in characters.</summary>
    public const int MaxLength = 64 * 1024;

    const int MaxDepth = 16;

    /// <summary>
    /// The fields of these names, each with its text, or with the texts of its children. Null for what is no such
    /// document, or has one of these fields twice.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>>? Read(string text, IReadOnlySet<string> names)
    {
        if (text.Length > MaxLength) return null;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxLength,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return ReadFields(reader, names);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    static Dictionary<string, IReadOnlyList<string>>? ReadFields(XmlReader reader, IReadOnlySet<string> names)
    {
        var fields = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var name = "";
        List<string> texts = [];
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth) return null;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth == 0:
                    if (reader.Name != "xml") return null;
                    break;
                case XmlNodeType.Element when reader.Depth == 1:
                    (name, texts) = (reader.Name, []);
                    if (reader.IsEmptyElement && !Add()) return null;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when reader.Depth is 2 or 3 && names.Contains(name):
                    texts.Add(reader.Value);
                    break;
                case XmlNodeType.EndElement when reader.Depth == 1:
                    if (!Add()) return null;
                    break;
                default:
                    break;
            }
        }

        return fields;

        bool Add() => !names.Contains(name) || fields.TryAdd(name, texts);
    }
}

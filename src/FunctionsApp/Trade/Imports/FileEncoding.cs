using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FunctionsApp.Trade.Imports;

/// <summary>The encodings of files, by the <c>charset</c> of <c>Content-Type: text/csv</c>.</summary>
public static class FileEncoding
{
    const string MediaType = "text/csv";

    /// <summary>The media types that a file may have, for the problem of another one.</summary>
    public const string Expected = $"{MediaType}, with the charset utf-8, gbk or gb18030";

    // ASCII is part of UTF-8, and GB 2312 of GBK.
    static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = "utf-8",
        ["utf-8"] = "utf-8",
        ["us-ascii"] = "utf-8",
        ["gbk"] = "gbk",
        ["gb2312"] = "gbk",
        ["gb18030"] = "gb18030",
    };

    /// <summary>
    /// The encoding, which throws <see cref="DecoderFallbackException"/> for bytes that are not valid in it; null for
    /// another media type or charset.
    /// </summary>
    public static Encoding? Find(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase)
        && Names.TryGetValue(HeaderUtilities.RemoveQuotes(type.Charset).ToString(), out var name)
            ? Strict(name)
            : null;

    static Encoding Strict(string name)
    {
        var (encoder, decoder) = (EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return CodePagesEncodingProvider.Instance.GetEncoding(name, encoder, decoder)
            ?? Encoding.GetEncoding(name, encoder, decoder);
    }
}

using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FunctionsApp.Platform.Http;

/// <summary>
/// The CSV of the API (RFC 4180, UTF-8). It begins with a byte order mark, without which spreadsheets take Chinese for
/// another encoding. A cell that a spreadsheet would take for a formula, because it begins with <c>= + - @</c>, a tab
/// or a carriage return, gets a leading apostrophe (OWASP, CSV Injection).
/// </summary>
public static class ApiCsv
{
    public const string MediaType = "text/csv";

    static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        InjectionOptions = InjectionOptions.Escape,
    };

    static readonly Encoding Utf8WithMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    /// <summary>True when the header <c>Accept</c> names CSV.</summary>
    public static bool IsAcceptedBy(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type =>
            type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase) && type.Quality is not 0);

    /// <summary>200 with the headings and a line for each row.</summary>
    public static async Task<IResult> AnswerAsync(
        IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var bytes = new MemoryStream();
        await using (var text = new StreamWriter(bytes, Utf8WithMark, leaveOpen: true))
        await using (var csv = new CsvWriter(text, Configuration))
        {
            foreach (var row in rows.Prepend(headings))
            {
                foreach (var cell in row) csv.WriteField(cell);
                await csv.NextRecordAsync();
            }
        }

        return Results.Bytes(
            bytes.ToArray(), new MediaTypeHeaderValue(MediaType) { Encoding = Encoding.UTF8 }.ToString());
    }
}

using System.Globalization;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Trade.Imports;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Content.Imports;

public sealed class ContentImportEndpoint(ContentImporter importer, PublicAddress address)
{
    const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>
    /// The report: 200 for a dry run, which is the default, and for a stored file; 400 for a file with a line at fault
    /// that is not a dry run, and for one that cannot be read; 413 for a larger one, 415 for another type or charset.
    /// </summary>
    [Function("ImportContent")]
    [FileRequest("text/csv"), Response<ContentImportReport>]
    [Query<bool>("dryRun", "False stores the items; true, the default, only checks the file.")]
    public async Task<IResult> Import(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/content/import")] HttpRequest request)
    {
        if (ReadDryRun(request) is not { } isDryRun) return Problems.Invalid("dryRun", "must be true or false.");
        if (FileEncoding.Find(request) is not { } encoding)
            return Problems.UnsupportedMediaType(FileEncoding.Expected);
        if (await RequestBody.ReadBytesAsync(request, MaxBytes) is not { } bytes)
            return Problems.BodyTooLarge(MaxBytes);
        try
        {
            using var csv = new MemoryStream(bytes);
            var linkBase = address.Absolute(request, "/l/");
            var file = new ContentFile(csv, encoding, linkBase, request.HttpContext.GetCaller()?.Name);
            var report = await importer.ImportAsync(file, isDryRun);
            return report.BadLines > 0 && !isDryRun ? Refuse(report) : ApiJson.Json(report);
        }
        catch (BadFileException failure)
        {
            return Problems.Invalid("body", failure.Message);
        }
    }

    // True without the parameter, null for another text than true or false.
    static bool? ReadDryRun(HttpRequest request) => request.Query["dryRun"].ToString() switch
    {
        "" => true,
        var text when bool.TryParse(text, out var value) => value,
        _ => null,
    };

    static IResult Refuse(ContentImportReport report)
    {
        var errors = report.Bad
            .GroupBy(bad => string.Create(CultureInfo.InvariantCulture, $"lines[{bad.Line}].{bad.Field}"))
            .ToDictionary(
                field => field.Key, field => field.Select(bad => bad.Reason).ToArray(), StringComparer.Ordinal);
        return Results.ValidationProblem(
            errors,
            $"{report.BadLines} of {report.Lines} lines are at fault; nothing is stored.",
            title: "The file is not valid.",
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["report"] = report });
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FunctionsApp.Platform.Http;
using FunctionsApp.Trade.Imports;

namespace FunctionsApp.Tests.Trade.Imports;

/// <summary>Sends files to the import and reads its reports.</summary>
static class ImportClient
{
    public const string Heading = "orderId,buyer,amount,currency,paidAt,refunded,linkCode";

    public static Task<ApiAnswer> ImportAsync(
        this AppHost app,
        string file,
        string shop = "tea",
        string contentType = "text/csv; charset=utf-8",
        string? key = null) =>
        app.ImportAsync(Encoding.UTF8.GetBytes(file), shop, contentType, key);

    public static Task<ApiAnswer> ImportAsync(
        this AppHost app,
        byte[] file,
        string shop = "tea",
        string contentType = "text/csv; charset=utf-8",
        string? key = null)
    {
        var content = new ByteArrayContent(file)
        {
            Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) },
        };
        (string, string)[] headers = key is null ? [] : [(IdempotencyKey.HeaderName, key)];
        return app.SendAsync(HttpMethod.Post, $"/api/orders/import?shop={shop}", content, headers);
    }

    /// <summary>Sends the file, and returns the report when it is carried out.</summary>
    public static async Task<ImportReport> ImportedAsync(this AppHost app, string file)
    {
        var accepted = (await app.ImportAsync(file)).Expecting(HttpStatusCode.Accepted);
        await app.RunUntilIdleAsync();
        return (await app.ImportAtAsync(accepted.Location!)).Report!;
    }

    /// <summary>Waits until an accepted file is carried out.</summary>
    public static Task RunAsync(this AppHost app, ApiAnswer accepted)
    {
        accepted.Expecting(HttpStatusCode.Accepted);
        return app.RunUntilIdleAsync();
    }

    public static async Task<ImportView> ImportAtAsync(this AppHost app, string location) =>
        (await app.GetAsync(location)).Expecting(HttpStatusCode.OK).As<ImportView>();

    /// <summary>A file of one line.</summary>
    public static string FileOf(string line) => $"{Heading}\n{line}\n";
}

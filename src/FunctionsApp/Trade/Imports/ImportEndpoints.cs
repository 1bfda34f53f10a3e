using System.Globalization;
using System.Text;
using Community.Platform;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Trade.Shops;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade.Imports;

/// <summary>Reconciliation (对账): compares the export of a shop with the orders that its webhooks reported.</summary>
public sealed class ImportEndpoints(
    ShopRegistry shops, ImportService imports, OrderImportStore store, BrandTime time, IdSource ids)
{
    const string ImportOperation = "ImportOrders";

    /// <summary>
    /// 202 with the address of the import once the file is stored, 200 for the same file under the same
    /// <c>Idempotency-Key</c>, 409 for another one; 400 for an unknown shop or an unreadable file, 413 for a larger one
    /// than <see cref="UploadedFile.MaxBytes"/>, 415 for another type or charset, 503 when it cannot be stored.
    /// </summary>
    [Function(ImportOperation)]
    [RequiredRole(OperatorRole.Administrator)]
    [FileRequest("text/csv"), Response<ImportView>(202), Response<ImportView>, TakesIdempotencyKey]
    [Query<string>("shop", "The name of the shop.", IsRequired = true)]
    [Problem(409, 503)]
    public async Task<IResult> Import(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/orders/import")] HttpRequest request)
    {
        var shop = request.Query["shop"].ToString();
        if (shop.Length == 0) return Problems.Invalid("shop", "is missing.");
        if (shops.Find(shop) is null) return Problems.Invalid("shop", "is none that is set up.");
        if (FileEncoding.Find(request) is not { } encoding)
            return Problems.UnsupportedMediaType(FileEncoding.Expected);
        if (await UploadedFile.ReceiveAsync(request, encoding) is not { } fingerprint)
            return Problems.BodyTooLarge(UploadedFile.MaxBytes);
        return await StorageProblems.AnswerAsync(
            request,
            () => AcceptAsync(request, shop, fingerprint, encoding),
            "The file could not be stored.",
            "Send the file again.");
    }

    /// <summary>
    /// The state of an import and, when it is finished, its report; with <c>Accept: text/csv</c> all lines that were
    /// not imported. 404 for an unknown import, 409 for the lines of one that is not finished.
    /// </summary>
    [Function("GetOrderImport")]
    [RequiredRole(OperatorRole.Administrator)]
    [Response<ImportView>, Response(200, "text/csv"), Problem(409)]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/order-imports/{id}")] HttpRequest request,
        string id)
    {
        if (await store.FindAsync(id) is not { Value: var import })
            return Problems.NotFound($"There is no import {id}.");
        return ApiCsv.IsAcceptedBy(request) ? await BadLinesAsync(import) : ApiJson.Json(await ViewAsync(import));
    }

    async Task<IResult> AcceptAsync(HttpRequest request, string shop, string fingerprint, Encoding encoding)
    {
        var id = IdempotencyKey.IdFrom(request, ImportOperation, shop) ?? ids.NewId();
        try
        {
            var file = new OrderFile(request.Body, encoding, time.Zone);
            var (isNew, import) = await imports.AcceptAsync(shop, id, fingerprint, file);
            var location = $"/api/order-imports/{id}";
            if (import.Fingerprint != fingerprint)
            {
                return Problems.Conflict(
                    ConflictKind.AlreadyExists,
                    $"{IdempotencyKey.HeaderName}: {location} is the import of another file.");
            }

            request.HttpContext.Response.Headers.Location = location;
            var status = isNew ? StatusCodes.Status202Accepted : StatusCodes.Status200OK;
            return ApiJson.Json(await ViewAsync(import.Value), status);
        }
        catch (BadFileException failure)
        {
            return Problems.Invalid("body", failure.Message);
        }
    }

    async Task<ImportView> ViewAsync(OrderImport import) => ImportView.From(
        import,
        import.State is ImportState.Finished
            ? ImportReport.From(import.Counts, await store.ResultsAsync(import.Id))
            : null);

    async Task<IResult> BadLinesAsync(OrderImport import)
    {
        if (import.State is not ImportState.Finished)
            return Problems.Conflict(ConflictKind.TooEarly, $"The import {import.Id} is not finished.");
        var bad = (await store.ResultsAsync(import.Id)).SelectMany(chunk => chunk.Bad);
        return await ApiCsv.AnswerAsync(
            ["line", "orderId", "reason"],
            bad.Select(line => (IReadOnlyList<string?>)
                [line.Line.ToString(CultureInfo.InvariantCulture), line.OrderId, line.Reason]));
    }
}

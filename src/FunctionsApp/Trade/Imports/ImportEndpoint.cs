using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Trade.Orders;
using FunctionsApp.Trade.Shops;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade.Imports;

/// <summary>Reconciliation (对账): compares the export of a shop with the orders that its webhooks reported.</summary>
public sealed class ImportEndpoint(
    ShopRegistry shops,
    OrderStore orders,
    MessageQueue<ImportedOrders> importedOrders,
    BrandTime time,
    TimeProvider clock)
{
    /// <summary>
    /// 200 with the report; 400 for an unknown shop or an unreadable file, 415 for a type other than <c>text/csv</c>,
    /// 503 when missed facts cannot be stored. The lines before a failure are imported; the same file may be sent
    /// again.
    /// </summary>
    [Function("ImportOrders")]
    public async Task<IResult> Import(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/orders/import")] HttpRequest request)
    {
        var shop = request.Query["shop"].ToString();
        if (shop.Length == 0) return Problems.Invalid("shop", "is missing.");
        if (shops.Find(shop) is null) return Problems.Invalid("shop", "is none that is set up.");
        if (request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) != true)
            return Problems.UnsupportedMediaType("text/csv");
        return await StorageProblems.AnswerAsync(
            request, () => ImportAsync(shop, request.Body), "The orders could not be stored.", "Send the file again.");
    }

    async Task<IResult> ImportAsync(string shop, Stream csv)
    {
        var import = new OrderImport(orders, importedOrders, clock);
        try
        {
            await import.RunAsync(shop, new OrderFile(csv, time.Zone));
            return ApiJson.Json(import.Report);
        }
        catch (BadFileException failure)
        {
            return Problems.Invalid("body", failure.Message);
        }
    }
}

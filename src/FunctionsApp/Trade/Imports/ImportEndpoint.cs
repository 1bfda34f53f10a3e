using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Trade.Orders;
using FunctionsApp.Trade.Shops;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Trade.Imports;

/// <summary>Reconciliation (对账): a shop's own export held against what its webhooks told.</summary>
public sealed class ImportEndpoint(ShopRegistry shops, OrderStore orders, MessageQueue<ImportedOrders> importedOrders, BrandTime time, TimeProvider clock)
{
    /// <summary>
    /// 200 with what became of each line; 400 for a shop that nobody set up or a file that cannot be read on, 415 for anything but <c>text/csv</c>, 503 when
    /// what was missed cannot be stored. Whatever was read before a failure is taken in; the same file may be sent again.
    /// </summary>
    [Function("ImportOrders")]
    public async Task<IResult> Import([HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/orders/import")] HttpRequest request)
    {
        var shop = request.Query["shop"].ToString();
        if (shop.Length == 0) return Problems.Invalid("shop", "is missing.");
        if (shops.Find(shop) is null) return Problems.Invalid("shop", "is none that is set up.");
        if (request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) != true)
            return Problems.Create(StatusCodes.Status415UnsupportedMediaType, "Unsupported media type.", "Content-Type must be text/csv.");
        var import = new OrderImport(orders, importedOrders, clock);
        try
        {
            await import.RunAsync(shop, new OrderFile(request.Body, time.Zone));
            return ApiJson.Json(import.Report);
        }
        catch (BadFileException failure)
        {
            return Problems.Invalid("body", failure.Message);
        }
        catch (Exception lost) when (StorageFailure.Matches(lost))
        {
            return Problems.Create(StatusCodes.Status503ServiceUnavailable, "The orders could not be stored.", "Send the file again.");
        }
    }
}

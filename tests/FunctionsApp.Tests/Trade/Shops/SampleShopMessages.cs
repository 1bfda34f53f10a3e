using System.Globalization;
using System.Text.Json.Nodes;

namespace FunctionsApp.Tests.Trade.Shops;

/// <summary>
/// Bodies of messages about orders in the format that each shop documents, with fields that the app reads and some that
/// it ignores.
/// </summary>
static class SampleShopMessages
{
    public static JsonObject ShopifyOrder(
        long id,
        string total = "59.90",
        string? landing = null,
        string? cancelledAt = null,
        params JsonNode[] notes) => new()
        {
            ["id"] = id,
            ["admin_graphql_api_id"] = $"gid://shopify/Order/{id}",
            ["name"] = "#1001",
            ["email"] = "somebody@example.com",
            ["created_at"] = "2026-12-01T08:30:00+08:00",
            ["processed_at"] = "2026-12-01T08:30:00+08:00",
            ["updated_at"] = "2026-12-01T08:31:00+08:00",
            ["cancelled_at"] = cancelledAt,
            ["financial_status"] = "paid",
            ["currency"] = "CNY",
            ["total_price"] = total,
            ["total_tax"] = "0.00",
            ["customer"] = new JsonObject { ["id"] = 115_310_627_314_723_954, ["first_name"] = "小林" },
            ["landing_site"] = landing,
            ["note_attributes"] = new JsonArray(notes),
            ["refunds"] = new JsonArray(),
            ["line_items"] = new JsonArray(
                ShopifyItem(1, "tea-100", "明前龙井 100g", 2, "20.00"),
                ShopifyItem(2, null, "茶杯", 1, "19.90")),
        };

    public static JsonObject ShopifyRefund(long id, long orderId, string amount, string currency = "CNY") => new()
    {
        ["id"] = id,
        ["order_id"] = orderId,
        ["created_at"] = "2026-12-01T10:00:00+08:00",
        ["processed_at"] = "2026-12-01T10:00:00+08:00",
        ["note"] = "杯子碎了",
        ["refund_line_items"] = new JsonArray(),
        ["transactions"] = new JsonArray(
            ShopifyTransaction(9, amount, currency, "success"),
            ShopifyTransaction(10, "5.00", currency, "failure")),
    };

    public static JsonObject WooOrder(
        int id,
        string status = "processing",
        string? paid = "2026-12-01T00:30:00",
        string? code = null,
        params (int Id, string Total)[] refunds) => new()
        {
            ["id"] = id,
            ["number"] = $"{id}",
            ["status"] = status,
            ["currency"] = "CNY",
            ["total"] = "59.90",
            ["customer_id"] = 25,
            ["billing"] = new JsonObject { ["first_name"] = "小林" },
            ["date_created_gmt"] = "2026-12-01T00:20:00",
            ["date_modified_gmt"] = $"2026-12-01T01:{refunds.Length:d2}:00",
            ["date_paid_gmt"] = paid,
            ["meta_data"] = new JsonArray(
                new JsonObject { ["id"] = 1, ["key"] = "_utm", ["value"] = new JsonObject() },
                new JsonObject { ["id"] = 2, ["key"] = "_lc", ["value"] = code }),
            ["line_items"] = new JsonArray(new JsonObject
            {
                ["id"] = 3,
                ["name"] = "明前龙井 100g",
                ["sku"] = "tea-100",
                ["quantity"] = 2,
                ["total"] = "59.90",
            }),
            ["refunds"] = new JsonArray([.. refunds.Select(refund => WooRefund(refund.Id, refund.Total))]),
        };

    public static JsonObject YouzanOrder(
        string tid,
        string payment = "59.90",
        string payTime = "2026-12-01 08:30:00",
        JsonNode? extra = null,
        string buyerMessages = "") => new()
        {
            ["order_promotion"] = new JsonObject { ["adjust_fee"] = "0.00" },
            ["refund_order"] = new JsonArray(),
            ["full_order_info"] = new JsonObject
            {
                ["order_info"] = new JsonObject
                {
                    ["tid"] = tid,
                    ["status"] = "TRADE_PAID",
                    ["created"] = "2026-12-01 08:29:00",
                    ["pay_time"] = payTime,
                    ["update_time"] = "2026-12-01 08:30:01",
                    ["order_extra"] = extra ?? new JsonObject { ["is_from_cart"] = "false" },
                },
                ["pay_info"] = new JsonObject { ["payment"] = payment, ["post_fee"] = "0.00", ["total_fee"] = payment },
                ["buyer_info"] = new JsonObject
                {
                    ["buyer_id"] = 695_120_984,
                    ["fans_nickname"] = "小林",
                    ["yz_open_id"] = "LnhGm4rh576452722916618240",
                },
                ["address_info"] = new JsonObject { ["receiver_name"] = "小林", ["delivery_address"] = "街道 1 号" },
                ["orders"] = new JsonArray(new JsonObject
                {
                    ["oid"] = "1467324204620719891",
                    ["item_id"] = 410_480_150,
                    ["outer_sku_id"] = "",
                    ["title"] = "明前龙井 100g",
                    ["num"] = 2,
                    ["price"] = "29.95",
                    ["payment"] = payment,
                    ["buyer_messages"] = buyerMessages,
                }),
            },
        };

    public static JsonObject YouzanRefund(string tid, string refundId, string fee) => new()
    {
        ["tid"] = tid,
        ["refund_id"] = refundId,
        ["refunded_fee"] = fee,
        ["refund_type"] = "REFUND_ONLY",
        ["refund_state"] = 60,
        ["update_time"] = "2026-12-01 10:00:00",
    };

    public static JsonObject YouzanClose(string tid) => new()
    {
        ["tid"] = tid,
        ["close_type"] = 2,
        ["close_reason"] = "refund, order closed!",
        ["update_time"] = "2026-12-01 10:00:00",
    };

    public static JsonObject Paid(
        string orderId,
        DateTimeOffset at,
        long amount = 5_990,
        string? linkCode = null,
        string? buyer = "b1",
        string? memberId = null,
        int quantity = 1,
        string currency = "CNY") => new()
        {
            ["type"] = "order.paid",
            ["data"] = new JsonObject
            {
                ["orderId"] = orderId,
                ["buyer"] = new JsonObject { ["id"] = buyer, ["memberId"] = memberId },
                ["amountMinor"] = amount,
                ["currency"] = currency,
                ["items"] = new JsonArray(new JsonObject
                {
                    ["sku"] = "tea-100",
                    ["name"] = "明前龙井 100g",
                    ["quantity"] = quantity,
                    ["amountMinor"] = amount,
                }),
                ["linkCode"] = linkCode,
                ["at"] = Instant(at),
            },
        };

    public static JsonObject Refunded(string orderId, DateTimeOffset at, long amount, string currency = "CNY") => new()
    {
        ["type"] = "order.refunded",
        ["data"] = new JsonObject
        {
            ["orderId"] = orderId,
            ["amountMinor"] = amount,
            ["currency"] = currency,
            ["at"] = Instant(at),
        },
    };

    public static JsonObject Cancelled(string orderId, DateTimeOffset at) => new()
    {
        ["type"] = "order.cancelled",
        ["data"] = new JsonObject { ["orderId"] = orderId, ["at"] = Instant(at) },
    };

    static JsonObject ShopifyItem(int id, string? sku, string title, int quantity, string price) => new()
    {
        ["id"] = id,
        ["sku"] = sku,
        ["title"] = title,
        ["quantity"] = quantity,
        ["price"] = price,
    };

    static JsonObject ShopifyTransaction(int id, string amount, string currency, string status) => new()
    {
        ["id"] = id,
        ["amount"] = amount,
        ["currency"] = currency,
        ["kind"] = "refund",
        ["status"] = status,
    };

    static JsonObject WooRefund(int id, string total) => new()
    {
        ["id"] = id,
        ["reason"] = "",
        ["total"] = total,
    };

    static string Instant(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);
}

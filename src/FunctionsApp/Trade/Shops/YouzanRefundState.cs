namespace FunctionsApp.Trade.Shops;

/// <summary>
/// The state of a refund of 有赞 in the signed <c>msg</c>: <c>refund_state</c> as number or text, or <c>status</c>.
/// </summary>
static class YouzanRefundState
{
    const string Agreed = "SAFE_ACCEPT"; // ends a refund without a return of goods
    const string RefundOnly = "REFUND_ONLY";

    static readonly string[] Settled = ["60", "SUCCESS", "SAFE_FINISHED"];

    /// <summary>
    /// True when the money is returned; throws <see cref="UnreadableMessageException"/> when no state is given.
    /// </summary>
    public static bool IsSettled(JsonPart msg)
    {
        var state = (msg.Find("refund_state") ?? msg.Find("status"))?.Id() ?? throw NoState(msg);
        return Settled.Contains(state, StringComparer.OrdinalIgnoreCase)
            || (state.Equals(Agreed, StringComparison.OrdinalIgnoreCase) && IsRefundOnly(msg));
    }

    static bool IsRefundOnly(JsonPart msg) => msg.Find("refund_type")?.Text(40) == RefundOnly;

    static UnreadableMessageException NoState(JsonPart msg) => new(
        msg.Path.Length == 0 ? "refund_state" : $"{msg.Path}.refund_state",
        $"is missing, and without the header {YouzanDialect.SignatureHeader} the type of the message is not signed.");
}

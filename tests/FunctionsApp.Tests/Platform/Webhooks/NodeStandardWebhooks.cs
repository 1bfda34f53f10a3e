namespace FunctionsApp.Tests.Platform.Webhooks;

/// <summary>The npm package <c>standardwebhooks</c>, one Node.js process for each batch.</summary>
static class NodeStandardWebhooks
{
    public static Task<Answer> RunAsync(IEnumerable<WebhookMessage> sign, IEnumerable<SignedMessage> verify) =>
        NodePeer.RunAsync<Answer>("standardwebhooks.mjs", new { sign, verify });

    public sealed record SignedMessage(string Secret, string Id, string Timestamp, string Signature, string Body);

    public sealed record Answer(IReadOnlyList<string> Signatures, IReadOnlyList<bool> Accepted);
}

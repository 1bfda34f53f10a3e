using FunctionsApp.Platform.Webhooks;
using TestSupport;

namespace FunctionsApp.Tests.Platform.Webhooks;

/// <summary>The app and an independent implementation accept each other's signatures.</summary>
public sealed class StandardWebhooksPeerTests
{
    const int Messages = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(20_261_121)]
    public async Task Message_signed_by_the_npm_package_is_genuine_and_every_alteration_is_refused(int seed)
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var random = new Random(seed);
        var messages = Enumerable.Range(0, Messages).Select(_ => WebhookMessage.From(random, At(random))).ToList();

        var answer = await NodeStandardWebhooks.RunAsync(messages, []);

        Assert.Equal(Messages, answer.Signatures.Count);
        foreach (var (message, signature) in messages.Zip(answer.Signatures))
        {
            var headers = message.Headers(signature);
            var check = StandardWebhooks.Verify(headers, message.Bytes, message.Secrets, message.SentAt);
            Assert.Equal(new SignatureCheck.Genuine(message.Id, message.SentAt), check);
            Assert.All(Alterations.All(message, headers, random), altered =>
            {
                var refused = StandardWebhooks.Verify(altered.Headers, altered.Body, altered.Secrets, message.SentAt);
                Assert.True(refused is SignatureCheck.NoMatch, $"{altered.What}: {refused}");
            });
        }
    }

    [Fact]
    public async Task Npm_package_accepts_signed_messages_and_refuses_altered_ones()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var random = new Random(7);
        var signed = Enumerable.Range(0, Messages)
            .Select(_ => Signed(WebhookMessage.From(random, TimeProvider.System.GetUtcNow())))
            .ToList();
        var altered = signed.Select(message => message with { Body = message.Body + "." });

        var answer = await NodeStandardWebhooks.RunAsync([], [.. signed, .. altered]);

        Assert.Equal([.. Enumerable.Repeat(true, Messages), .. Enumerable.Repeat(false, Messages)], answer.Accepted);
    }

    static DateTimeOffset At(Random random) => DateTimeOffset.FromUnixTimeSeconds(random.NextInt64(0, 4_000_000_000));

    static NodeStandardWebhooks.SignedMessage Signed(WebhookMessage message)
    {
        var headers = StandardWebhooks.Sign(message.Id, message.SentAt, message.Bytes, message.Secrets);
        return new(message.Secret, headers.Id!, headers.Timestamp!, headers.Signature!, message.Body);
    }
}

namespace LocalRuntime.Tests.Queues;

public abstract partial class QueueConformance
{
    [Fact]
    public async Task Creating_a_queue_twice_has_no_effect()
    {
        var other = await ConnectAsync($"q{Guid.NewGuid():N}", Azure.Storage.Queues.QueueMessageEncoding.None);
        var metadata = new Dictionary<string, string> { ["owner"] = "me" };
        Assert.Equal(201, (await other.CreateIfNotExistsAsync(metadata, Token)).Status);
        Assert.Null(await other.CreateIfNotExistsAsync(metadata, Token));
        Assert.Null(await other.CreateIfNotExistsAsync(cancellationToken: Token));
        Assert.Equal("me", (await other.GetPropertiesAsync(Token)).Value.Metadata["owner"]);
    }

    [Fact]
    public async Task Every_request_to_a_missing_queue_is_refused()
    {
        var missing = await ConnectAsync("missing", Azure.Storage.Queues.QueueMessageEncoding.None);
        await RefusedAsync(404, "QueueNotFound", () => missing.SendMessageAsync("a", cancellationToken: Token));
        await RefusedAsync(404, "QueueNotFound", () => missing.ReceiveMessagesAsync(cancellationToken: Token));
        await RefusedAsync(404, "QueueNotFound", () => missing.PeekMessagesAsync(cancellationToken: Token));
        await RefusedAsync(404, "QueueNotFound", () => missing.GetPropertiesAsync(Token));
    }

    [Fact]
    public async Task Message_of_64_KiB_fits_and_a_larger_one_does_not()
    {
        await Queue.SendMessageAsync(new string('a', 64 * 1024), cancellationToken: Token);
        await RefusedAsync(
            413, "RequestBodyTooLarge",
            () => Queue.SendMessageAsync(new string('a', (64 * 1024) + 1), cancellationToken: Token));
        await RefusedAsync(
            413, "RequestBodyTooLarge",
            () => Queue.SendMessageAsync(new string('文', 22_000), cancellationToken: Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    public async Task Number_of_received_messages_is_from_1_to_32(int count) =>
        await RefusedAsync(400, () => Queue.ReceiveMessagesAsync(count, cancellationToken: Token));

    [Fact]
    public async Task Message_is_hidden_for_seven_days_at_most()
    {
        await Queue.SendMessageAsync("a", TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1), cancellationToken: Token);
        await RefusedAsync(
            400, "OutOfRangeQueryParameterValue",
            () => Queue.SendMessageAsync(
                "a", TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1), TimeSpan.FromDays(9), Token));
    }

    [Fact]
    public async Task Message_that_would_expire_before_it_is_visible_is_refused() =>
        await RefusedAsync(
            400, "InvalidQueryParameterValue",
            () => Queue.SendMessageAsync("a", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10), Token));

    [Fact]
    public async Task Time_to_live_of_minus_one_second_is_endless()
    {
        await Queue.SendMessageAsync("a", timeToLive: TimeSpan.FromSeconds(-1), cancellationToken: Token);
        Assert.Equal(9999, (await ReceiveOneAsync()).ExpiresOn!.Value.Year);
    }

    [Fact]
    public async Task Count_includes_invisible_messages()
    {
        await Queue.SendMessageAsync("a", cancellationToken: Token);
        await Queue.SendMessageAsync("b", TimeSpan.FromHours(1), cancellationToken: Token);
        await ReceiveOneAsync();
        Assert.Equal(2, (await Queue.GetPropertiesAsync(Token)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Text_that_XML_cannot_carry_is_refused() =>
        await RefusedAsync(400, () => Queue.SendMessageAsync("\u0001", cancellationToken: Token));
}

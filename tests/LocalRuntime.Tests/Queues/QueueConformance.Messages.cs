namespace LocalRuntime.Tests.Queues;

public abstract partial class QueueConformance
{
    static readonly TimeSpan Week = TimeSpan.FromDays(7);

    [Fact]
    public async Task Message_is_received_as_it_was_sent()
    {
        var receipt = (await Queue.SendMessageAsync("文 <b>&amp;</b> \"'\r\n 😀 ", cancellationToken: Token)).Value;
        var message = await ReceiveOneAsync();

        Assert.Equal(
            ("文 <b>&amp;</b> \"'\r\n 😀 ", receipt.MessageId, 1L),
            (message.MessageText, message.MessageId, message.DequeueCount));
        Assert.Equal(receipt.InsertionTime, message.InsertedOn);
        Assert.Equal(receipt.InsertionTime + Week, message.ExpiresOn);
        Assert.NotEqual(receipt.PopReceipt, message.PopReceipt);
    }

    [Fact]
    public async Task Base64_carries_any_bytes()
    {
        var encoding = await ConnectAsync(Queue.Name, Azure.Storage.Queues.QueueMessageEncoding.Base64);
        await encoding.SendMessageAsync(BinaryData.FromBytes([0, 255, 1]), cancellationToken: Token);
        Assert.Equal("AP8B", (await Queue.PeekMessagesAsync(cancellationToken: Token)).Value.Single().MessageText);
        Assert.Equal(
            [0, 255, 1], (await encoding.ReceiveMessagesAsync(cancellationToken: Token)).Value.Single().Body.ToArray());
    }

    [Fact]
    public async Task Messages_come_in_the_order_in_which_they_were_sent()
    {
        for (var i = 0; i < 5; i++) await Queue.SendMessageAsync($"{i}", cancellationToken: Token);
        var messages = (await Queue.ReceiveMessagesAsync(32, cancellationToken: Token)).Value;
        Assert.Equal(["0", "1", "2", "3", "4"], messages.Select(message => message.MessageText));
    }

    [Fact]
    public async Task One_message_is_received_by_default()
    {
        for (var i = 0; i < 3; i++) await Queue.SendMessageAsync($"{i}", cancellationToken: Token);
        Assert.Single((await Queue.ReceiveMessagesAsync(cancellationToken: Token)).Value);
        Assert.Equal(2, (await Queue.ReceiveMessagesAsync(32, cancellationToken: Token)).Value.Length);
    }

    [Fact]
    public async Task Received_message_is_hidden_from_others()
    {
        await Queue.SendMessageAsync("a", cancellationToken: Token);
        await ReceiveOneAsync();
        Assert.Empty((await Queue.ReceiveMessagesAsync(cancellationToken: Token)).Value);
        Assert.Empty((await Queue.PeekMessagesAsync(cancellationToken: Token)).Value);
    }

    [Fact]
    public async Task Peeking_changes_nothing()
    {
        await Queue.SendMessageAsync("a", cancellationToken: Token);
        var peeked = (await Queue.PeekMessagesAsync(32, Token)).Value.Single();
        Assert.Equal(("a", 0L), (peeked.MessageText, peeked.DequeueCount));
        Assert.Equal(1, (await ReceiveOneAsync()).DequeueCount);
    }

    [Fact]
    public async Task Returned_message_is_received_again_and_counted()
    {
        await Queue.SendMessageAsync("a", cancellationToken: Token);
        var first = await ReceiveOneAsync();
        var update = await Queue.UpdateMessageAsync(
            first.MessageId, first.PopReceipt, visibilityTimeout: TimeSpan.Zero, cancellationToken: Token);
        var second = await ReceiveOneAsync();
        Assert.NotEqual(first.PopReceipt, update.Value.PopReceipt);
        Assert.Equal((first.MessageId, "a", 2L), (second.MessageId, second.MessageText, second.DequeueCount));
    }

    [Fact]
    public async Task Update_replaces_the_text()
    {
        await Queue.SendMessageAsync("a", cancellationToken: Token);
        var first = await ReceiveOneAsync();
        await Queue.UpdateMessageAsync(first.MessageId, first.PopReceipt, "b", TimeSpan.Zero, Token);
        Assert.Equal("b", (await ReceiveOneAsync()).MessageText);
    }

    [Fact]
    public async Task Deleted_message_is_gone()
    {
        await Queue.SendMessageAsync("a", cancellationToken: Token);
        var message = await ReceiveOneAsync();
        Assert.Equal(204, (await Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Token)).Status);
        await RefusedAsync(
            404, "MessageNotFound", () => Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, Token));
        Assert.Equal(0, (await Queue.GetPropertiesAsync(Token)).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Sender_can_delete_by_the_receipt()
    {
        var receipt = (await Queue.SendMessageAsync("a", cancellationToken: Token)).Value;
        await Queue.DeleteMessageAsync(receipt.MessageId, receipt.PopReceipt, Token);
        Assert.Empty((await Queue.PeekMessagesAsync(cancellationToken: Token)).Value);
    }

    [Fact]
    public async Task Outdated_receipt_is_refused()
    {
        var receipt = (await Queue.SendMessageAsync("a", cancellationToken: Token)).Value;
        await ReceiveOneAsync();
        await RefusedAsync(
            400, "PopReceiptMismatch", () => Queue.DeleteMessageAsync(receipt.MessageId, receipt.PopReceipt, Token));
        await RefusedAsync(
            400, "PopReceiptMismatch",
            () => Queue.UpdateMessageAsync(receipt.MessageId, receipt.PopReceipt, cancellationToken: Token));
    }

    [Fact]
    public async Task Concurrent_receivers_get_different_messages()
    {
        await Task.WhenAll(
            Enumerable.Range(0, 40).Select(i => Queue.SendMessageAsync($"{i}", cancellationToken: Token)));
        var received = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Queue.ReceiveMessagesAsync(8, cancellationToken: Token)));
        var texts = received.SelectMany(reply => reply.Value).Select(message => message.MessageText).ToList();
        Assert.Equal(40, texts.Count);
        Assert.Equal(40, texts.Distinct().Count());
    }
}

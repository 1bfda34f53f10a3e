using Azure;
using Azure.Core;
using Azure.Data.Tables;

namespace LocalRuntime.Tests.Tables;

public abstract partial class TableConformance
{
    const int Attempts = 4; // what the official client tries by default

    [Fact]
    public async Task An_insert_whose_answer_was_lost_meets_its_own_entity_as_409()
    {
        var losing = await LosingAsync(RequestMethod.Post);
        await RefusedAsync(409, "EntityAlreadyExists", () => losing.AddEntityAsync(Entity("p", "r", ("Owner", "me")), Token));
        Assert.Equal("me", (await ReadAsync("p", "r")).GetString("Owner"));
    }

    [Theory]
    [InlineData("PUT", TableUpdateMode.Replace)]
    [InlineData("PATCH", TableUpdateMode.Merge)]
    public async Task An_update_whose_answer_was_lost_meets_its_own_version_as_412(string method, TableUpdateMode mode)
    {
        var losing = await LosingAsync(RequestMethod.Parse(method));
        var etag = (await Table.AddEntityAsync(Entity("p", "r"), Token)).Headers.ETag!.Value;
        await RefusedAsync(
            412, "UpdateConditionNotSatisfied", () => losing.UpdateEntityAsync(Entity("p", "r", ("Owner", "me")), etag, mode, Token));
        Assert.Equal("me", (await ReadAsync("p", "r")).GetString("Owner"));
    }

    [Fact]
    public async Task A_transaction_whose_answer_was_lost_meets_its_own_entities_as_409()
    {
        var losing = await LosingAsync(RequestMethod.Post);
        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => losing.SubmitTransactionAsync(
            [new TableTransactionAction(TableTransactionActionType.Add, Entity("p", "r"))], Token));
        Assert.Equal((409, 0), (refusal.Status, refusal.FailedTransactionActionIndex));
        Assert.True((await Table.GetEntityIfExistsAsync<TableEntity>("p", "r", cancellationToken: Token)).HasValue);
    }

    [Fact]
    public async Task A_deletion_whose_answer_was_lost_finds_nothing_and_succeeds()
    {
        var losing = await LosingAsync(RequestMethod.Delete);
        await Table.AddEntityAsync(Entity("p", "r"), Token);
        Assert.Equal(404, (await losing.DeleteEntityAsync("p", "r", cancellationToken: Token)).Status);
    }

    [Fact]
    public async Task A_busy_service_is_asked_again()
    {
        var busy = await UnreliableAsync(RequestMethod.Post, Unreliability.Busy, times: Attempts - 1);
        await busy.AddEntityAsync(Entity("p", "r"), Token);
        Assert.Single(await QueryAsync());
    }

    [Fact]
    public async Task A_service_that_stays_busy_fails_the_call_with_503_and_nothing_is_written()
    {
        var busy = await UnreliableAsync(RequestMethod.Post, Unreliability.Busy, times: Attempts);
        await RefusedAsync(503, "ServerBusy", () => busy.AddEntityAsync(Entity("p", "r"), Token));
        Assert.Empty(await QueryAsync());
    }

    [Fact]
    public async Task A_service_that_is_not_reached_in_any_attempt_fails_the_call_with_every_failure()
    {
        var losing = await UnreliableAsync(RequestMethod.Get, Unreliability.AnswerLost, times: Attempts);
        var failure = await Assert.ThrowsAsync<AggregateException>(() => losing.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Token));
        Assert.Equal(Attempts, failure.InnerExceptions.Count);
    }

    Task<TableClient> LosingAsync(RequestMethod method) => UnreliableAsync(method, Unreliability.AnswerLost, times: 1);

    async Task<TableClient> UnreliableAsync(RequestMethod method, Unreliability unreliability, int times) =>
        (await ConnectAsync(options => UnreliableTransport.Configure(options, method, unreliability, times))).GetTableClient(Table.Name);
}

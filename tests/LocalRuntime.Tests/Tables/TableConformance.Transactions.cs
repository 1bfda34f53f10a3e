using Azure;
using Azure.Data.Tables;
using Action = Azure.Data.Tables.TableTransactionAction;
using Kind = Azure.Data.Tables.TableTransactionActionType;

namespace LocalRuntime.Tests.Tables;

public abstract partial class TableConformance
{
    [Fact]
    public async Task Transaction_writes_all_of_its_actions()
    {
        var etag = (await Table.AddEntityAsync(Entity("p", "merged", ("A", 1)), Token)).Headers.ETag!.Value;
        await Table.AddEntityAsync(Entity("p", "replaced", ("A", 1)), Token);
        await Table.AddEntityAsync(Entity("p", "gone"), Token);

        var answer = await Table.SubmitTransactionAsync(
            [
                new Action(Kind.Add, Entity("p", "added ' 中", ("A", "文"))),
                new Action(Kind.UpdateMerge, Entity("p", "merged", ("B", 2)), etag),
                new Action(Kind.UpdateReplace, Entity("p", "replaced", ("B", 2)), ETag.All),
                new Action(Kind.Delete, Entity("p", "gone")),
                new Action(Kind.UpsertMerge, Entity("p", "upserted", ("A", 1))),
                new Action(Kind.UpsertReplace, Entity("p", "upserted too", ("A", 1))),
            ],
            Token);

        Assert.All(answer.Value, response => Assert.Equal(204, response.Status));
        Assert.Equal(6, answer.Value.Count);
        var entities = (await QueryAsync()).ToDictionary(entity => entity.RowKey);
        Assert.Equal(
            ["added ' 中", "merged", "replaced", "upserted", "upserted too"],
            entities.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("文", entities["added ' 中"].GetString("A"));
        Assert.Equal((1, 2), (entities["merged"].GetInt32("A"), entities["merged"].GetInt32("B")));
        Assert.Equal((null, 2), (entities["replaced"].GetInt32("A"), entities["replaced"].GetInt32("B")));
        Assert.Equal(answer.Value[1].Headers.ETag, entities["merged"].ETag);
    }

    [Fact]
    public async Task Refused_action_rolls_back_the_transaction_and_is_named()
    {
        await Table.AddEntityAsync(Entity("p", "2"), Token);
        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => Table.SubmitTransactionAsync(
                Enumerable.Range(0, 4).Select(i => new Action(Kind.Add, Entity("p", $"{i}"))), Token));
        Assert.Equal(
            (409, "EntityAlreadyExists", 2), (refusal.Status, refusal.ErrorCode, refusal.FailedTransactionActionIndex));
        Assert.Equal(["2"], (await QueryAsync()).Select(entity => entity.RowKey));
    }

    [Fact]
    public async Task Outdated_version_rolls_back_the_transaction()
    {
        var etag = (await Table.AddEntityAsync(Entity("p", "b"), Token)).Headers.ETag!.Value;
        await Table.UpsertEntityAsync(Entity("p", "b", ("A", 1)), cancellationToken: Token);
        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
            [new Action(Kind.Add, Entity("p", "a")), new Action(Kind.UpdateReplace, Entity("p", "b"), etag)], Token));
        Assert.Equal(
            (412, "UpdateConditionNotSatisfied", 1),
            (refusal.Status, refusal.ErrorCode, refusal.FailedTransactionActionIndex));
        Assert.Equal(["b"], (await QueryAsync()).Select(entity => entity.RowKey));
    }

    [Fact]
    public async Task Transaction_update_without_a_version_is_an_upsert()
    {
        await Table.SubmitTransactionAsync([new Action(Kind.UpdateMerge, Entity("p", "r", ("A", 1)))], Token);
        Assert.Equal(1, (await ReadAsync("p", "r")).GetInt32("A"));
    }

    [Fact]
    public virtual async Task Hundred_actions_fit_and_one_more_does_not()
    {
        await Table.SubmitTransactionAsync(
            Enumerable.Range(0, 100).Select(i => new Action(Kind.Add, Entity("p", $"{i}"))), Token);
        var refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(
            () => Table.SubmitTransactionAsync(
                Enumerable.Range(100, 101).Select(i => new Action(Kind.Add, Entity("p", $"{i}"))), Token));
        Assert.Equal(400, refusal.Status);
        Assert.Equal(100, (await QueryAsync()).Count);
    }

    [Fact]
    public async Task Entity_appears_once_in_a_transaction()
    {
        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
            [new Action(Kind.Add, Entity("p", "r")), new Action(Kind.UpsertMerge, Entity("p", "r"))], Token));
        Assert.Equal((400, "InvalidDuplicateRow"), (refusal.Status, refusal.ErrorCode));
        Assert.Empty(await QueryAsync());
    }

    [Fact]
    public virtual async Task Transaction_stays_in_one_partition()
    {
        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
            [new Action(Kind.Add, Entity("p", "1")), new Action(Kind.Add, Entity("q", "2"))], Token));
        Assert.Equal(400, refusal.Status);
        Assert.Empty(await QueryAsync());
    }

    [Fact]
    public async Task Entity_beyond_the_limits_rolls_back_the_transaction_and_is_named()
    {
        var tooLarge = Entity("p", "2", ("A", new string('a', (32 * 1024) + 1)));
        var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
            [new Action(Kind.Add, Entity("p", "1")), new Action(Kind.Add, tooLarge)], Token));
        Assert.Equal(
            (400, "PropertyValueTooLarge", 1),
            (refusal.Status, refusal.ErrorCode, refusal.FailedTransactionActionIndex));
        Assert.Empty(await QueryAsync());
    }

    [Fact]
    public async Task Empty_transaction_throws() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Table.SubmitTransactionAsync([], Token));
}

using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace LocalRuntime.Tests.Tables;

public abstract partial class TableConformance
{
    [Fact]
    public async Task Added_entity_is_read_with_a_time_stamp_and_the_ETag_of_its_write()
    {
        var before = await Table.AddEntityAsync(Entity("p", "r", ("Name", "林")), Token);
        var read = await ReadAsync("p", "r");

        Assert.Equal(204, before.Status);
        Assert.Equal("林", read.GetString("Name"));
        Assert.Equal(before.Headers.ETag, read.ETag);
        Assert.NotNull(read.Timestamp);
    }

    [Fact]
    public async Task Writing_does_not_change_the_given_entity()
    {
        var entity = Entity("p", "r", ("Name", "a"));
        await Table.AddEntityAsync(entity, Token);
        Assert.Equal(default, entity.ETag);
        Assert.Null(entity.Timestamp);
    }

    [Fact]
    public async Task Adding_an_existing_entity_is_refused()
    {
        await Table.AddEntityAsync(Entity("p", "r"), Token);
        await RefusedAsync(
            409, TableErrorCode.EntityAlreadyExists.ToString(), () => Table.AddEntityAsync(Entity("p", "r"), Token));
    }

    [Fact]
    public async Task Merge_keeps_the_other_properties()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("A", 1), ("B", 2)), Token);
        await Table.UpsertEntityAsync(Entity("p", "r", ("B", 3)), cancellationToken: Token);
        var read = await ReadAsync("p", "r");
        Assert.Equal((1, 3), (read.GetInt32("A"), read.GetInt32("B")));
    }

    [Fact]
    public async Task Replacement_removes_the_other_properties()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("A", 1), ("B", 2)), Token);
        await Table.UpsertEntityAsync(Entity("p", "r", ("B", 3)), TableUpdateMode.Replace, Token);
        var read = await ReadAsync("p", "r");
        Assert.Equal((null, 3), (read.GetInt32("A"), read.GetInt32("B")));
    }

    [Fact]
    public async Task Merge_of_null_keeps_the_property()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("A", 1)), Token);
        await Table.UpsertEntityAsync(Entity("p", "r", ("A", null!)), cancellationToken: Token);
        Assert.Equal(1, (await ReadAsync("p", "r")).GetInt32("A"));
    }

    [Fact]
    public async Task Upsert_inserts_a_missing_entity()
    {
        await Table.UpsertEntityAsync(Entity("p", "r", ("A", 1)), cancellationToken: Token);
        Assert.Equal(1, (await ReadAsync("p", "r")).GetInt32("A"));
    }

    [Fact]
    public async Task Every_write_returns_a_new_ETag()
    {
        var first = (await Table.AddEntityAsync(Entity("p", "r"), Token)).Headers.ETag!.Value;
        var update = await Table.UpdateEntityAsync(Entity("p", "r", ("A", 1)), first, cancellationToken: Token);
        var second = update.Headers.ETag!.Value;
        Assert.NotEqual(first, second);
        Assert.Equal(second, (await ReadAsync("p", "r")).ETag);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge)]
    [InlineData(TableUpdateMode.Replace)]
    public async Task Update_of_an_outdated_version_is_refused(TableUpdateMode mode)
    {
        var first = (await Table.AddEntityAsync(Entity("p", "r", ("A", 1)), Token)).Headers.ETag!.Value;
        await Table.UpdateEntityAsync(Entity("p", "r", ("A", 2)), first, mode, Token);
        await RefusedAsync(
            412, TableErrorCode.UpdateConditionNotSatisfied.ToString(),
            () => Table.UpdateEntityAsync(Entity("p", "r", ("A", 3)), first, mode, Token));
        Assert.Equal(2, (await ReadAsync("p", "r")).GetInt32("A"));
    }

    [Fact]
    public async Task Update_of_a_missing_entity_is_refused() =>
        await RefusedAsync(
            404, TableErrorCode.ResourceNotFound.ToString(),
            () => Table.UpdateEntityAsync(Entity("p", "r"), ETag.All, cancellationToken: Token));

    [Fact]
    public async Task Update_without_an_ETag_throws() =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => Table.UpdateEntityAsync(Entity("p", "r"), default, cancellationToken: Token));

    [Fact]
    public async Task Deleting_an_outdated_version_is_refused()
    {
        var first = (await Table.AddEntityAsync(Entity("p", "r"), Token)).Headers.ETag!.Value;
        await Table.UpsertEntityAsync(Entity("p", "r", ("A", 1)), cancellationToken: Token);
        await RefusedAsync(
            412, TableErrorCode.UpdateConditionNotSatisfied.ToString(),
            () => Table.DeleteEntityAsync("p", "r", first, Token));
    }

    [Fact]
    public async Task Second_deletion_returns_404_without_throwing()
    {
        await Table.AddEntityAsync(Entity("p", "r"), Token);
        Assert.Equal(204, (await Table.DeleteEntityAsync("p", "r", cancellationToken: Token)).Status);
        Assert.Equal(404, (await Table.DeleteEntityAsync("p", "r", cancellationToken: Token)).Status);
    }

    [Fact]
    public async Task One_of_many_concurrent_adds_succeeds()
    {
        async Task<bool> AddAsync(int who)
        {
            try
            {
                await Table.AddEntityAsync(Entity("p", "r", ("Who", who)), Token);
                return true;
            }
            catch (RequestFailedException refusal) when (refusal.Status == 409)
            {
                return false;
            }
        }

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(AddAsync));
        Assert.Single(outcomes, won => won);
        Assert.Equal(Array.IndexOf(outcomes, true), (await ReadAsync("p", "r")).GetInt32("Who"));
    }
}

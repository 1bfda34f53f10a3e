namespace LocalRuntime.Store;

/// <summary>A write that waits for its group and then for the group's commit.</summary>
abstract class PendingWrite(bool repeatable)
{
    /// <summary>Whether the caller repeats the write after a loss of power.</summary>
    public bool Repeatable => repeatable;

    public abstract bool TryRun(SqliteConnection connection);

    public abstract void Fail(Exception failure);

    public abstract void Complete();
}

sealed class PendingWrite<T>(Func<SqliteConnection, T> write, bool repeatable) : PendingWrite(repeatable)
{
    T? result;
    Exception? failure;

    public TaskCompletionSource<T> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override bool TryRun(SqliteConnection connection)
    {
        try
        {
            result = write(connection);
        }
        catch (Exception thrown) // the caller receives every exception of its delegate
        {
            failure = thrown;
        }

        return failure is null;
    }

    public override void Fail(Exception failure) => this.failure ??= failure;

    public override void Complete()
    {
        if (failure is null) Completion.SetResult(result!);
        else Completion.SetException(failure);
    }
}

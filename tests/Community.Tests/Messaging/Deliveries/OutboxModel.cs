using Community.Messaging.Deliveries;

namespace Community.Tests.Messaging.Deliveries;

/// <summary>How the channel answers a call.</summary>
public enum Answer
{
    Accepted,
    Refused,
    NeedsStaff,
    AcceptedAndLost,
    Lost,
}

/// <summary>
/// One move of one worker: it takes its next step, or its process crashes and another worker replaces it. The index
/// after the last worker is a member of staff, who sends the message when there is a staff task.
/// </summary>
public sealed record Move(int Worker, bool Crashes, Answer Answer, int Seconds);

/// <summary>
/// One row and several workers that send it, as a queue with at-least-once delivery causes. Each worker reads the row,
/// writes its Begin if the ETag has not changed, calls the channel if its Begin was written, and writes the answer. A
/// worker may crash between two steps.
/// </summary>
sealed class OutboxModel(int workers)
{
    readonly Worker[] workers = [.. Enumerable.Range(0, workers).Select(_ => new Worker())];
    int etag;
    int attempts;

    public Delivery Row { get; private set; } = SampleDelivery.QueuedDelivery;

    public DateTimeOffset Now { get; private set; } = Instants.Evening;

    public int ChannelCalls { get; private set; }

    public bool ChannelAccepted { get; private set; }

    public bool HasTask { get; private set; }

    public bool SentByStaff { get; private set; }

    public void Step(Move move)
    {
        Now = Now.AddSeconds(move.Seconds);
        if (move.Worker == workers.Length)
        {
            if (HasTask) SendByStaff();
            return;
        }

        var worker = workers[move.Worker];
        if (move.Crashes) workers[move.Worker] = new Worker();
        else if (worker.Answer is { } answer) WriteAnswer(worker, answer);
        else if (worker.MaySend) AnswerCall(worker, move.Answer);
        else if (worker.Begin is { } begin) TryToBegin(worker, begin);
        else Read(worker);
    }

    void Read(Worker worker) =>
        (worker.Read, worker.Etag, worker.Begin) = (Row, etag, new DeliveryCommand.Begin($"attempt-{++attempts}", Now));

    void TryToBegin(Worker worker, DeliveryCommand.Begin begin)
    {
        worker.Begin = null;
        if (worker.Etag != etag) return;
        var events = DeliveryRules.Decide(begin, worker.Read);
        Write(events);
        (worker.Owner, worker.MaySend) = (begin.Owner, events is [DeliveryEvent.SendingBegan]);
    }

    void AnswerCall(Worker worker, Answer answer)
    {
        ChannelCalls++;
        ChannelAccepted |= answer is Answer.Accepted or Answer.AcceptedAndLost;
        // The task is created before the ledger is written, so that a crash does not lose it.
        HasTask |= answer is Answer.NeedsStaff;
        worker.MaySend = false;
        worker.Answer = answer switch
        {
            Answer.Accepted => new DeliveryCommand.Accept(worker.Owner, "msg-1", Now),
            Answer.Refused => new DeliveryCommand.Refuse(worker.Owner, "no such group"),
            Answer.NeedsStaff => new DeliveryCommand.HandToStaff("task-1"),
            _ => new DeliveryCommand.LoseAnswer(worker.Owner),
        };
    }

    void SendByStaff()
    {
        SentByStaff = true;
        Write(DeliveryRules.Decide(new DeliveryCommand.ConfirmByStaff(Now), Row));
    }

    void WriteAnswer(Worker worker, DeliveryCommand answer)
    {
        worker.Answer = null;
        Write(DeliveryRules.Decide(answer, Row));
    }

    void Write(IReadOnlyList<DeliveryEvent> events)
    {
        if (events.Count == 0) return;
        Row = events.Aggregate(Row, DeliveryRules.Evolve);
        etag++;
    }

    sealed class Worker
    {
        public Delivery Read { get; set; } = SampleDelivery.QueuedDelivery;

        public int Etag { get; set; }

        public DeliveryCommand.Begin? Begin { get; set; }

        public string Owner { get; set; } = "";

        public bool MaySend { get; set; }

        public DeliveryCommand? Answer { get; set; }
    }
}

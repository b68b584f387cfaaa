using LumenArgus.Storage.Database.Writing;
using SQLitePCL;

namespace LumenArgus.Storage.Findings;

/// <summary>A finding that waits. Sights that come while it waits are added to it; those that come later go to its row.</summary>
internal sealed class FindingWrite : StoreWrite
{
    private readonly Lock _lock = new();
    private FindingRow? _row;
    private readonly IFindingObserver? _observer;
    private bool _applied;
    private long _newId;

    public FindingWrite(FindingRow row, IFindingObserver? observer = null)
    {
        (_row, _observer) = (row, observer);
        Bytes = 1024 + (2 * (row.Location.Length + row.Detail.Length + row.ValuePreview.Length + row.Model.Length + LengthOfSender(row)));
        Ticket = new WaitingTicket(this, row.ContentHash, row.SessionId);
    }

    public FindingTicket Ticket { get; }

    public override int Bytes { get; }

    public override void Apply(WriteConnection connection)
    {
        FindingRow row;
        lock (_lock)
        {
            // From here on the row is as it is, also when the transaction has to be repeated.
            _applied = true;
            row = _row!;
        }

        var statement = connection.Prepared(FindingColumns.Insert);
        for (var i = 0; i < FindingColumns.Written.Length; i++)
        {
            statement.Bind(i, FindingColumns.Written[i].Value(row));
        }

        // A row that was there already leaves the number of the last one as it is.
        var last = raw.sqlite3_last_insert_rowid(connection.Connection.Handle);
        statement.Run();
        var now = raw.sqlite3_last_insert_rowid(connection.Connection.Handle);
        _newId = now == last ? 0 : now;
        connection.BeforeCommit(FindingCounts.CountNew);
    }

    public override void Committed()
    {
        Ticket.SetState(FindingState.Recorded);
        if (_newId != 0 && _row is { } row)
        {
            _observer?.Recorded(row with { Id = _newId });
        }

        _row = null;
    }

    public override void Failed(Exception reason)
    {
        Ticket.SetState(FindingState.Lost);
        _row = null;
    }

    // What can be long of it.
    private static int LengthOfSender(FindingRow row) =>
        row.AccountId.Length + row.SessionId.Length + row.DeviceId.Length + row.WorkingDirectory.Length + row.GitBranch.Length + row.RawUserAgent.Length;

    private bool TryAddSight(string at)
    {
        lock (_lock)
        {
            if (_applied || _row is null)
            {
                return false;
            }

            _row = _row with { SeenCount = _row.SeenCount + 1, Timestamp = string.CompareOrdinal(at, _row.Timestamp) > 0 ? at : _row.Timestamp };
            return true;
        }
    }

    /// <summary>The ticket outlives the record, which holds the row only until it is written.</summary>
    internal sealed class WaitingTicket(FindingWrite write, string contentHash, string sessionId) : FindingTicket(contentHash, sessionId)
    {
        private FindingWrite? _write = write;

        public bool TryAddSight(string at)
        {
            var waiting = _write;
            if (waiting is null)
            {
                return false;
            }

            if (State != FindingState.Queued)
            {
                _write = null;
                return false;
            }

            return waiting.TryAddSight(at);
        }
    }
}

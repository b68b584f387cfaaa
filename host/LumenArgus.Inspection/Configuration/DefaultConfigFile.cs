using System.Text;
using LumenArgus.Storage.Files;

namespace LumenArgus.Inspection.Configuration;

/// <summary>Creates <c>config.yaml</c> on the first run. A file that exists is never touched.</summary>
public static class DefaultConfigFile
{
    /// <summary>What a new user finds. Every value is the default, so deleting a line changes nothing.</summary>
    public const string Text = """
        # LumenArgus configuration.
        #
        # Every value below is the default. Delete what you do not need; a key that is missing has its default.
        # A mistake in this file stops "lumen-argus serve" with a list of all mistakes and their lines.
        # A key that nobody knows stops nothing, and what stands behind it has no effect: look for warnings at the start, in the log or in /health.

        version: "1"

        # What happens when something is found, unless a detector says otherwise:
        #   log     forward the request and record the finding
        #   alert   as log, and warn on the terminal
        #   redact  replace the text, then forward (needs a redaction plugin; without one it counts as alert)
        #   block   send nothing; the tool shows an error that names the finding. Findings of severity warning are
        #           alerted and those of severity info logged, unless their detector's own action is block
        default_action: alert

        proxy:
          port: 8080
          bind: 127.0.0.1          # other machines can use the proxy if this is not a loopback address
          timeout: 120             # seconds of silence from the provider before giving up (1-300)
          connect_timeout: 10      # seconds to connect (1-120)
          retries: 1               # further attempts while the provider has nothing of the request yet (0-5)
          max_connections: 50      # requests under way at the same time; more wait (1-10000)
          drain_timeout: 30        # seconds that open requests get to finish at the end (0-300)
          max_body_size: 52428800  # bytes that are captured and looked at; see fail.oversize for larger ones
          body_memory: 536870912   # bytes of memory for all request bodies together
          verify_ssl: true
          # ca_bundle: ~/certs/company.pem      # further trusted certificates: a PEM file or a folder of them
          # trusted_proxies: [10.0.0.7]         # proxies before this one, as addresses or networks: the caller's address is taken from what they add
          # forward_hosts: ["*.openai.azure.com"]  # hosts for /_forward (requests that an agent has taken out of TLS) beside the providers' own, for example llm.corp.example:8443
          # upstream:                           # your own gateway instead of the provider's address
          #   anthropic: https://gateway.example.com/anthropic
          #   azure: https://my-resource.openai.azure.com   # has no address that is the same for everybody

        # Detectors come from plugins. Each can be switched off or given its own action.
        detectors:
          # secrets:
          #   action: block            # all its findings, whatever their severity
          #   entropy_threshold: 4.5   # bits per character that a random-looking value must reach
          # pii:
          #   action: log
          # proprietary:
          #   enabled: false

        # An action by what a text is in the conversation, in the place of default_action. A detector's or a rule's own action goes before it;
        # of a value that is in several texts the strictest action counts.
        roles:
          # tool_result:               # what tools give back: files, output of commands
          #   action: block
          # tool_definition:           # also: system, user, assistant, tool_call, document, metadata, property_name, unknown
          #   action: log

        # What is known to be harmless. Values are exact or patterns: * stands for any characters, ? for one; upper and lower case differ.
        allowlists:
          # secrets:                   # values of the detectors secrets and custom
          #   - AKIAIOSFODNN7EXAMPLE
          # pii:
          #   - "*@example.com"
          #   - "*@test.local"
          # paths:                     # files that are not scanned; ** is any number of folders
          #   - test/**
          #   - fixtures/**
          inline_comments: false       # true: a line with the comment lumen-argus:allow is not reported; whoever writes the text decides then

        # Your own rules. The pattern is the common subset of .NET and RE2: no look-around, no back-references.
        custom_rules:
          # - name: ticket_number
          #   pattern: '\bINT-\d{6}\b'
          #   severity: high             # info, warning, high or critical
          #   action: ""                 # log, alert, redact or block; empty takes the detector's
          #   detector: custom
          #   title: Number of a ticket
          #   description: A number of our internal tracker
          #   keywords: [INT-]           # of which one is in every match; without them they are taken from the pattern
          #   keyword_distance: 0        # more than 0: the keyword stands at most so many bytes beside the match
          #   secret_group: 0            # the group of the pattern that is the secret; 0 is the whole match
          #   entropy_floor: 0           # bits per character that the secret must reach

        pipeline:
          response_max_size: 1048576       # bytes of the text of one response that are looked at (1024-67108864); what is beyond is reported
          stages:
            response_secrets:
              enabled: false           # true looks through what the provider answers, after the tool has got it
            response_injection:
              enabled: false           # true looks there for texts that give orders to a model
            outbound_dlp:
              enabled: true            # false forwards all requests without looking at them, but for calls of MCP tools
            history_strip:
              enabled: true            # what would block but is in the conversation's history is left out, and the request goes on; false blocks
            mcp_arguments:
              enabled: true            # false leaves out what the tool passes to tools of MCP servers (see also mcp below)
            mcp_responses:
              enabled: true            # false leaves out what MCP servers answer; it is looked at after the tool has got it
            encoding_decode:
              enabled: true                # false also stops joining the parts of a value that is split
              base64: true
              hex: true
              url: true                    # also quoted-printable
              unicode: true                # also HTML references (&#65;), and undoing disguises (invisible characters, look-alike letters)
              max_depth: 2                 # encodings in each other (1-5)
              min_decoded_length: 8        # bytes; shorter decoded text is not looked at (1-100)
              max_decoded_length: 16777216 # bytes of one decoded text; what is beyond is reported as not scanned
            websocket_outbound:
              enabled: false           # true relays WebSockets and scans what tools send; false has them use HTTP
            websocket_inbound:
              enabled: false           # true scans what servers send by WebSocket, each message before it goes on

        # WebSockets, those of providers and those to any server: ws://127.0.0.1:8080/ws?url=wss://server/path
        websocket:
          max_frame_size: 1048576      # bytes of a message that are scanned; see fail.oversize for larger ones
          allowed_origins: []          # web pages that may connect, for example [https://tools.example.com]; empty allows all
          allowed_targets: []          # servers for /ws, for example [tools.example.com, "*.corp.example:8443"]; empty allows all public addresses

        # Tools of MCP servers that are reached through the proxy (proxy.upstream). A call that must not be made is answered with an error,
        # whatever default_action is and whichever stages are on. Names are exact.
        mcp:
          allowed_tools: []    # if there is any, no other tool may be called
          blocked_tools: []    # must not be called, also if they are allowed

        # What happens to the traffic when a part of the inspection fails: open forwards it with a finding that says
        # what was not looked at; closed answers with an error.
        fail:
          scan: open       # the scan itself failed or took too long
          decode: open     # the body is compressed in a way that cannot be read
          oversize: open   # the body is larger than proxy.max_body_size: its start is looked at, the rest streams through
          hook: open       # a plugin that decides or edits failed
          audit: open      # the audit line cannot be written
          store: open      # the database does not work while a request has findings

        plugins:
          on_fault: allow  # a plugin could not look at a request: allow, block or block_if_no_other_detector
          trust: open      # which are loaded: open all, pinned those that "lumen-argus plugins trust" has accepted, signed those with a signature that counts
          # trusted_keys: []         # public keys whose signatures count, as "lumen-argus plugins keygen" prints them
          process_memory_mb: 512     # the most memory of the process of a plugin that has one of its own (64-65536)
          process_call_ms: 50        # processor time of a call there, and 20 ms for each megabyte of text (10-60000)
          # acme.example:            # one section per plugin, under its identifier
          #   enabled: false
          #   isolation: process     # its code runs in a process of its own; only detectors and rules can. Default: as the plugin says
          #   hooks:                 # when a hook of it fails: allow goes on without it, block answers with an error
          #     evaluate: {on_fault: block}   # also response_scan and pre_request
          #   api_token: ${env:ACME_TOKEN}

        # The database of findings. Never holds the matched text itself.
        analytics:
          enabled: true
          # db_path: ~/.lumen-argus/analytics.db
          retention_days: 365
          hash_secrets: true   # store a keyed hash of each value, by which the same secret is recognised in other sessions
          store_context: true  # store the line around each secret, masked: words and signs only

        # Tools send the whole conversation with every turn: what was scanned and found clean is not scanned again, what was recorded is counted.
        dedup:
          conversation_ttl_minutes: 30       # since the last request of the conversation
          finding_ttl_minutes: 30
          max_conversations: 10000           # remembered at the same time
          max_hashes_per_conversation: 5000  # texts remembered of each

        # The table of rules in the database.
        rules:
          auto_import: true            # put the plugins' rules into it when they are first seen
          rebuild_delay_seconds: 2.0   # changes are collected for so long before they take effect

        # Which rules say the same: compared by the plugin lumenargus.ruleanalysis, shown on its page.
        rule_analysis:
          # samples: 50            # texts made for each rule
          # threshold: 0.8         # the share of them that counts as all
          # seed: 42
          # auto_on_import: true   # compare again, in the background, when rules have changed
          # watchdog_total_s: 300  # given up after; 0 is never
          # watchdog_phase_s: 120

        # Who is told of findings. Kinds of channels come from plugins. What stands here is changed here only; the dashboard can have channels of its own.
        notifications:
          cooldown_seconds: 300        # so long a channel is not told again of the same kind of finding; what was held back is told with the next message (0-86400)
          channels:
            # - name: security-alerts
            #   type: webhook
            #   url: https://hooks.example.com/argus
            #   secret: ${env:ARGUS_WEBHOOK_SECRET}   # signs each message
            #   events: [block, alert]     # what it is told of; also redact, log, strip; [] is everything
            #   min_severity: warning      # info, warning, high or critical
            #   enabled: true

        # One line per request, never with the matched text itself.
        audit:
          # log_dir: ~/.lumen-argus/audit
          retention_days: 90
          max_size_mb: 100     # a full file is followed by a new one; so is yesterday's (UTC)
          hash_chain: false    # true: each line carries the hash of the one before; "lumen-argus audit verify" shows changes

        # Traces and metrics for a collector; never a value, a header or a query string.
        telemetry:
          # otlp_endpoint: http://127.0.0.1:4318   # OTLP over HTTP; without it nothing is sent

        # Pages and API that show what was found. Opens to who has the token of the file dashboard-token beside this one; the link is printed at the start.
        dashboard:
          enabled: true
          port: 8081
          bind: 127.0.0.1        # other machines can reach it if this is not a loopback address
          auth: token            # none asks nobody, on a loopback address only
          # password: "..."      # opens it as well; better the hash that "lumen-argus dashboard password" prints
          # viewer_password: "..."   # opens it to look only; "dashboard password --viewer" prints its hash
          allowed_hosts: []      # names under which browsers reach it, for example [argus.example.com]

        # The application log.
        logging:
          # log_dir: ~/.lumen-argus/logs
          file_level: info   # debug, info, warning or error
          max_size_mb: 10
          backup_count: 5

        """;

    /// <summary>Creates the file (0600, its folder 0700) if there is none.</summary>
    /// <param name="home">Where.</param>
    /// <param name="error">Why it could not be created; null otherwise. The defaults are used then.</param>
    /// <returns>Whether it was created now.</returns>
    public static bool TryCreate(LumenArgusHome home, out string? error)
    {
        ArgumentNullException.ThrowIfNull(home);
        error = null;
        if (Path.Exists(home.ConfigFile))
        {
            return false;
        }

        try
        {
            PrivateFiles.CreateDirectory(home.Root);
            using var stream = PrivateFiles.CreateNew(home.ConfigFile);
            stream.Write(Encoding.UTF8.GetBytes(Text));
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another process may have been faster.
            error = Path.Exists(home.ConfigFile) ? null : $"{home.ConfigFile} cannot be created: {exception.Message}";
            return false;
        }
    }
}

#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Poolscope contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Jobs run to their end on the command line: values, summaries and what is printed."""
import json
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from poolscope_cli import CliTest, plain, poolscope

PHASES = ("pickle", "transfer", "unpickle", "compute", "wait")


class Values(CliTest):
    def test_powers_are_those_of_python(self):
        values, summary, _ = self.run_job("power", "items=100000", "n=10", "--workers", 2)
        self.assertEqual(values, [x**10 for x in range(100000)])
        self.assertEqual(summary["result"]["value"], sum(values))
        self.assertEqual(summary["result"]["count"], 100000)
        self.assertEqual(summary["result"]["first"], values[:10])
        self.assertEqual(summary["result"]["reduction"], "sum")

    def test_integers_of_any_size_are_exact(self):
        values, summary, _ = self.run_job("power", "items=3000", "start=-1000", "n=100", "--workers", 2)
        self.assertEqual(values, [x**100 for x in range(-1000, 2000)])
        self.assertEqual(summary["result"]["value"], sum(values))

    def test_every_backend_and_call_gives_the_same(self):
        wanted = [x**7 for x in range(500)]
        for backend in ("serial", "threads", "processes"):
            for api in ("map", "imap", "imap_unordered", "apply", "apply_async", "starmap"):
                with self.subTest(backend=backend, api=api):
                    values, summary, _ = self.run_job(
                        "power", "items=500", "n=7", "--workers", 2,
                        "--backend", backend, "--api", api)
                    if api == "imap_unordered":  # as they come
                        values.sort()
                    self.assertEqual(values, wanted)
                    self.assertEqual((summary["backend"], summary["api"]), (backend, api))
                    self.assertEqual(summary["workers"], 1 if backend == "serial" else 2)

    def test_every_start_method_gives_the_same(self):
        for method in ("spawn", "forkserver"):
            values, summary, _ = self.run_job(
                "power", "items=200", "n=5", "--workers", 2, "--start-method", method)
            self.assertEqual(values, [x**5 for x in range(200)])
            self.assertEqual(summary["start_method"], method)

    def test_large_bytes_travel_beside_the_messages_where_they_can(self):
        size, items = 300_000, 3  # where many results wait to be read some stand in the message
        for options, beside in (((), True), (("--out-of-band", "off"), False),
                                (("--transport", "pipe"), False), (("--protocol", "4"), False)):
            with self.subTest(options=options):
                values, summary, _ = self.run_job(
                    "payload", f"items={items}", f"bytes={size}", "spin_us=0", "--workers", 2,
                    "--no-serial-probe", *options)
                self.assertEqual(len(values), items)
                counted = summary["bytes"]
                self.assertGreaterEqual(counted["tasks"], items * size)
                self.assertGreaterEqual(counted["results"], items * size)
                self.assertEqual(counted["out_of_band"], 2 * items * size if beside else 0)

    def test_map_and_starmap_share_a_chunksize_and_the_others_take_items_one_by_one(self):
        for api, chunks in (("map", 8), ("starmap", 8), ("imap", 40), ("imap_unordered", 40),
                            ("apply", 40), ("apply_async", 40)):
            with self.subTest(api=api):
                _, summary, _ = self.run_job("power", "items=40", "--workers", 2, "--api", api,
                                             "--chunksize", "default", "--no-serial-probe")
                self.assertEqual(summary["chunks"], chunks)

    def test_values_as_they_come_say_by_their_index_which_they_are(self):
        done = poolscope("run", "stragglers", "items=60", "--workers", 2, "--api", "imap_unordered",
                         "--results", "-", "--results-index", "--no-serial-probe", "--quiet")
        indexes = [int(line.split("\t")[0]) for line in done.stdout.splitlines()]
        self.assertEqual(sorted(indexes), list(range(60)))

    def test_every_chunksize_and_protocol_gives_the_same(self):
        wanted = [x**3 for x in range(101)]
        for chunksize in (1, 7, 100, 101, 1000):
            for protocol in (2, 3, 4, 5):
                values, summary, _ = self.run_job(
                    "power", "items=101", "n=3", "--workers", 2, "--chunksize", chunksize,
                    "--protocol", protocol, "--no-serial-probe")
                self.assertEqual(values, wanted)
                self.assertEqual(summary["chunks"], -(-101 // chunksize))
                self.assertEqual(summary["protocol"], protocol)

    def test_the_default_chunksize_is_that_of_cpython(self):
        for items, workers in ((1, 1), (10, 2), (100, 3), (1001, 4)):
            _, summary, _ = self.run_job("power", f"items={items}", "--workers", workers,
                                         "--chunksize", "default")
            size, rest = divmod(items, workers * 4)
            self.assertEqual(summary["chunksize"], size + (rest > 0))
            self.assertFalse(summary["chunksize_auto"])

    def test_auto_shares_tiny_tasks_out_in_large_chunks_and_long_ones_singly(self):
        _, tiny, _ = self.run_job("power", "items=300000", "--workers", 2)
        self.assertTrue(tiny["chunksize_auto"])
        self.assertGreater(tiny["chunksize"], 20)
        self.assertLess(tiny["chunks"], 30000)
        self.assertRegex(tiny["chunksize_reason"], "^handing out a chunk costs .* an item .*s$")
        _, long, _ = self.run_job("sleep", "items=20", "ms=30", "--workers", 2)
        self.assertEqual((long["chunksize"], long["chunks"]), (1, 20))

    def test_every_transport_gives_the_same(self):
        for transport in ("ring", "pipe"):
            values, summary, _ = self.run_job("power", "items=5000", "--transport", transport)
            self.assertEqual(values, [x**10 for x in range(5000)])
            self.assertEqual(summary["transport"], transport)

    def test_the_index_stands_before_each_value(self):
        done = poolscope("run", "faults", "mode=raise", "at=2", "items=5",
                         "--results", "-", "--results-index", "--quiet")
        self.assertEqual(done.stdout, "0\t0\n1\t1\n3\t9\n4\t16\n")

    def test_items_come_from_a_file(self):
        big = 10**40
        items = self.file("items.jsonl", f"3\n-2\n{big}\n\n7\n")
        values, summary, _ = self.run_job("power", "n=5", "--input", items, "--workers", 2)
        self.assertEqual(values, [3**5, (-2) ** 5, big**5, 7**5])
        self.assertEqual(summary["items"], 4)

    def test_an_item_of_the_wrong_type_fails_alone(self):
        items = self.file("items.jsonl", '1\n"two"\n3\n')
        values, summary, _ = self.run_job("power", "n=2", "--input", items, "--chunksize", 3, code=1)
        self.assertEqual(values, [1, 9])
        self.assertEqual([error["item"] for error in summary["errors"]], [1])

    def test_an_empty_input_ends_at_once(self):
        items = self.file("items.jsonl", "")
        for backend in ("serial", "threads", "processes"):
            values, summary, _ = self.run_job("power", "--input", items, "--backend", backend)
            self.assertEqual(values, [])
            self.assertEqual((summary["items"], summary["result"]["value"]), (0, 0))


class Summary(CliTest):
    def test_phases_add_up_to_workers_times_wall(self):
        for extra in (["--chunksize", 1], ["--chunksize", 256], []):
            _, summary, _ = self.run_job("power", "items=100000", "--workers", 2, *extra)
            phases = summary["phases_s"]
            whole = summary["workers"] * summary["wall_s"]
            total = sum(phases[name] for name in (*PHASES, "start", "unaccounted"))
            self.assertAlmostEqual(total / whole, 1, delta=0.01)
            self.assertLess(phases["unaccounted"], 0.05 * whole)
            self.assertGreaterEqual(min(phases[name] for name in PHASES), 0)
            for worker in summary["worker"]:
                own = worker["phases_s"]
                self.assertAlmostEqual(
                    sum(own[name] for name in (*PHASES, "start", "unaccounted")),
                    summary["wall_s"], delta=0.01 * summary["wall_s"])

    def test_out_and_back_are_the_parts_of_a_phase(self):
        _, summary, _ = self.run_job("power", "items=50000", "--workers", 2, "--chunksize", 100)
        for part in ("phases_s", "parent_s"):
            for name in ("pickle", "transfer", "unpickle"):
                both = summary[part]["out"][name] + summary[part]["back"][name]
                self.assertAlmostEqual(both, summary[part][name], places=9)
        self.assertGreater(summary["parent_s"]["out"]["pickle"], 0)
        self.assertGreater(summary["parent_s"]["back"]["unpickle"], 0)

    def test_counts_agree_with_each_other(self):
        _, summary, _ = self.run_job("power", "items=10000", "--workers", 3, "--chunksize", 100)
        self.assertEqual(len(summary["worker"]), 3)
        self.assertEqual(sum(worker["items"] for worker in summary["worker"]), 10000)
        self.assertEqual(sum(worker["chunks"] for worker in summary["worker"]), 100)
        self.assertEqual(summary["observer"]["rows"] + summary["observer"]["dropped"], 100)
        self.assertEqual(len({worker["pid"] for worker in summary["worker"]}), 3)
        self.assertGreater(summary["bytes"]["tasks"], 10000)
        self.assertGreater(summary["bytes"]["results"], 10000)
        self.assertGreater(summary["latency_s"]["p999"], 0)

    def test_the_probe_gives_serial_time_and_speedup(self):
        _, summary, _ = self.run_job("primes", "--workers", 2)
        serial, speedup = summary["serial_s"], summary["speedup"]
        self.assertLessEqual(serial["low"], serial["median"])
        self.assertLessEqual(serial["median"], serial["high"])
        self.assertAlmostEqual(speedup["median"], serial["median"] / summary["wall_s"], places=6)
        self.assertAlmostEqual(summary["efficiency"], speedup["median"] / 2, places=6)

    def test_no_probe_means_no_comparison_and_says_so(self):
        _, summary, _ = self.run_job("power", "items=100", "--no-serial-probe")
        self.assertIsNone(summary["serial_s"])
        self.assertIsNone(summary["speedup"])
        self.assertIn("--no-serial-probe", summary["verdict"])

    def test_the_summary_goes_to_standard_output_alone(self):
        done = poolscope("run", "power", "items=10", "--json", "-")
        self.assertEqual(json.loads(done.stdout)["items"], 10)
        self.assertEqual(plain(done.stderr).strip(), plain(json.loads(done.stdout)["verdict"]))


class Printed(CliTest):
    def test_a_short_list_is_printed_after_the_verdict(self):
        done = poolscope("run", "power", "items=5", "n=2", "--workers", 2)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(plain(done.stdout), r"\A2 processes: [0-9.]+ [mµ]?s")
        self.assertEqual(done.stdout.splitlines()[-1], "[0, 1, 4, 9, 16]")

    def test_a_long_list_is_told_by_its_first_values_and_sum(self):
        done = poolscope("run", "power", "items=100000", "n=10")
        lines = plain(done.stdout).splitlines()
        self.assertEqual(lines[-1], f"sum: {sum(x**10 for x in range(100000))}")
        self.assertTrue(lines[-2].startswith("100 000 results: 0, 1, 1024, 59049, "), lines[-2])

    def test_the_charts_are_drawn_with_no_display(self):
        picture = self.file("charts.png")
        done = poolscope("run", "power", "items=20000", "--chunksize", 100, "--export", picture)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(picture.read_bytes()[:8], b"\x89PNG\r\n\x1a\n")

    def test_quiet_says_nothing_beside_what_was_asked_for(self):
        done = poolscope("run", "power", "items=3", "n=1", "--results", "-", "--quiet")
        self.assertEqual((done.stdout, done.stderr), ("0\n1\n2\n", ""))

    def test_progress_is_no_part_of_a_log(self):
        done = poolscope("run", "sleep", "items=4", "--json", self.file("s.json"))
        self.assertNotIn("\r", done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 1)


if __name__ == "__main__":
    unittest.main()
